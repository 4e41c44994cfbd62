-- A changed order is another order: the one it replaces is cancelled, and nothing of it is edited.
ALTER TABLE purchase_order ADD COLUMN replaces uuid UNIQUE REFERENCES purchase_order;
-- The cooperative is not paid out while a buyer's complaint is open.
ALTER TABLE purchase_order ADD COLUMN complaint_open boolean NOT NULL DEFAULT false;

-- RETURNED is what came back of what had been accepted: its shipment is the how-manieth return of the order, its packages
-- are those that can be sold again.
ALTER TABLE line_weight DROP CONSTRAINT line_weight_kind_check, DROP CONSTRAINT line_weight_check, DROP CONSTRAINT line_weight_check1;
ALTER TABLE line_weight
    ADD CONSTRAINT line_weight_kind_check
        CHECK (kind IN ('SHIPPED', 'CLOSED', 'WEIGHED', 'ACCEPTED', 'REFUSED', 'RETURNED', 'INVOICED', 'PAID')),
    ADD CONSTRAINT line_weight_shipment_of_kind
        CHECK ((shipment > 0) = (kind IN ('SHIPPED', 'WEIGHED', 'ACCEPTED', 'REFUSED', 'RETURNED'))),
    ADD CONSTRAINT line_weight_packages_of_kind
        CHECK (CASE kind WHEN 'SHIPPED' THEN packages > 0 WHEN 'CLOSED' THEN packages > 0 WHEN 'RETURNED' THEN true
               ELSE packages = 0 END);

CREATE SEQUENCE complaint_number;
CREATE SEQUENCE credit_note_number;

-- A buyer wants accepted goods taken back (RETURN), or money off goods it keeps (ALLOWANCE).
CREATE TABLE complaint (
    id       uuid PRIMARY KEY,
    number   text        NOT NULL UNIQUE,
    order_id uuid        NOT NULL REFERENCES purchase_order,
    kind     text        NOT NULL CHECK (kind IN ('RETURN', 'ALLOWANCE')),
    state    text        NOT NULL CHECK (state IN ('ASKED', 'AGREED', 'REFUSED', 'DISPUTED', 'CREDITED', 'DISMISSED', 'WITHDRAWN',
                                                   'LAPSED')),
    reason   text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    asked_at timestamptz NOT NULL,
    due_at   timestamptz, -- until when it is somebody's turn
    CHECK ((due_at IS NOT NULL) = (state IN ('ASKED', 'AGREED', 'REFUSED', 'DISPUTED')))
);
-- One at a time: what is left to complain about is clear once the last one is decided.
CREATE UNIQUE INDEX complaint_open ON complaint (order_id) WHERE due_at IS NOT NULL;
CREATE INDEX complaint_order ON complaint (order_id);
CREATE INDEX complaint_due ON complaint (due_at) WHERE due_at IS NOT NULL;

-- What is asked for of a line: the weight that goes back, or none, and what that is worth.
CREATE TABLE complaint_line (
    complaint_id uuid     NOT NULL REFERENCES complaint,
    order_id     uuid     NOT NULL,
    line         smallint NOT NULL,
    grams        bigint   NOT NULL CHECK (grams >= 0),
    fen          bigint   NOT NULL CHECK (fen > 0),
    PRIMARY KEY (complaint_id, line),
    FOREIGN KEY (order_id, line) REFERENCES order_line
);

CREATE TABLE complaint_file (
    complaint_id  uuid NOT NULL REFERENCES complaint,
    attachment_id uuid NOT NULL REFERENCES attachment,
    PRIMARY KEY (complaint_id, attachment_id)
);
CREATE INDEX complaint_file_attachment ON complaint_file (attachment_id);

CREATE TABLE complaint_event (
    complaint_id    uuid        NOT NULL REFERENCES complaint,
    seq             smallint    NOT NULL,
    action          text        NOT NULL,
    from_state      text,
    to_state        text        NOT NULL,
    person_id       uuid        REFERENCES person,
    organisation_id uuid        REFERENCES organisation, -- none: the platform
    at              timestamptz NOT NULL,
    note            text        NOT NULL DEFAULT '' CHECK (length(note) <= 500),
    PRIMARY KEY (complaint_id, seq)
);

-- What came of it, as it was then. Nothing in it is ever changed: one number, one content.
CREATE TABLE credit_note (
    number         text PRIMARY KEY,
    complaint_id   uuid        NOT NULL UNIQUE REFERENCES complaint,
    order_id       uuid        NOT NULL REFERENCES purchase_order,
    invoice_number text, -- of the invoice it corrects, if there was one
    fen            bigint      NOT NULL CHECK (fen >= 0),
    lines          jsonb       NOT NULL, -- [{"line", "name", "grams", "fen"}]
    issued_at      timestamptz NOT NULL
);
CREATE INDEX credit_note_order ON credit_note (order_id);

GRANT USAGE ON SEQUENCE complaint_number, credit_note_number TO marketplace_app;
GRANT SELECT, INSERT, UPDATE (state, due_at) ON complaint TO marketplace_app;
GRANT SELECT, INSERT ON complaint_line, complaint_file, complaint_event, credit_note TO marketplace_app;
