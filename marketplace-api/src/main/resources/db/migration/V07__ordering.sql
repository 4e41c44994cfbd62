CREATE SEQUENCE order_number;

-- What one person put together; it outlives the session and is emptied by placing the order.
CREATE TABLE cart_line (
    person_id  uuid        NOT NULL REFERENCES person,
    product_id uuid        NOT NULL REFERENCES product,
    quantity   bigint      NOT NULL CHECK (quantity BETWEEN 1 AND 100000),
    added_at   timestamptz NOT NULL,
    PRIMARY KEY (person_id, product_id)
);

-- One act of buying: a cart across cooperatives becomes one order each.
CREATE TABLE purchase (
    id        uuid PRIMARY KEY,
    buyer_id  uuid        NOT NULL REFERENCES organisation,
    person_id uuid        NOT NULL REFERENCES person,
    placed_at timestamptz NOT NULL
);

CREATE TABLE purchase_order (
    id             uuid PRIMARY KEY,
    number         text        NOT NULL UNIQUE,
    purchase_id    uuid        NOT NULL REFERENCES purchase,
    channel        text        NOT NULL CHECK (channel IN ('PROCUREMENT', 'SCHOOL')),
    state          text        NOT NULL CHECK (state IN ('DRAFT', 'PLACED', 'CONFIRMED', 'SHIPPED', 'ACCEPTED', 'INVOICED',
                                                         'PAID', 'SETTLED', 'CANCELLED', 'REJECTED')),
    terms          text        NOT NULL CHECK (terms IN ('GOODS_FIRST', 'PAY_FIRST')),
    buyer_id       uuid        NOT NULL REFERENCES organisation,
    supplier_id    uuid        NOT NULL REFERENCES organisation,
    total_fen      bigint      NOT NULL CHECK (total_fen > 0),
    accepted_fen   bigint      CHECK (accepted_fen BETWEEN 0 AND total_fen),
    paid_fen       bigint      NOT NULL DEFAULT 0 CHECK (paid_fen >= 0), -- more than the total if it came twice
    deliver_to     text        NOT NULL DEFAULT '' CHECK (length(deliver_to) <= 200),
    deliver_on     date,
    note           text        NOT NULL DEFAULT '' CHECK (length(note) <= 500),
    invoice_number text,
    placed_at      timestamptz NOT NULL,
    due_on         date,
    version        bigint      NOT NULL DEFAULT 1
);
CREATE INDEX purchase_order_buyer ON purchase_order (buyer_id, id DESC);
CREATE INDEX purchase_order_supplier ON purchase_order (supplier_id, id DESC);
CREATE INDEX purchase_order_placed_at ON purchase_order (placed_at);
CREATE INDEX purchase_order_waiting ON purchase_order (state) WHERE state NOT IN ('SETTLED', 'CANCELLED', 'REJECTED');
-- A supplier's invoice number stands for one order.
CREATE UNIQUE INDEX purchase_order_invoice ON purchase_order (supplier_id, invoice_number) WHERE invoice_number IS NOT NULL;

-- Name, price, origin and certificate are snapshots of the moment of ordering.
CREATE TABLE order_line (
    order_id           uuid     NOT NULL REFERENCES purchase_order,
    line               smallint NOT NULL,
    product_id         uuid     NOT NULL REFERENCES product,
    name               text     NOT NULL,
    category_code      text     NOT NULL,
    county_code        char(6)  NOT NULL,
    county_name        text     NOT NULL,
    unit               text     NOT NULL,
    unit_grams         bigint   NOT NULL,
    price_fen          bigint   NOT NULL,
    quantity           bigint   NOT NULL CHECK (quantity BETWEEN 1 AND 100000),
    total_fen          bigint   NOT NULL CHECK (total_fen > 0),
    accepted_grams     bigint   CHECK (accepted_grams BETWEEN 0 AND quantity * unit_grams),
    accepted_fen       bigint   CHECK (accepted_fen BETWEEN 0 AND total_fen),
    certificate_number text     NOT NULL,
    PRIMARY KEY (order_id, line)
);

CREATE TABLE order_event (
    order_id        uuid        NOT NULL REFERENCES purchase_order,
    seq             smallint    NOT NULL,
    action          text        NOT NULL,
    from_state      text        NOT NULL,
    to_state        text        NOT NULL,
    person_id       uuid        REFERENCES person,
    organisation_id uuid        REFERENCES organisation,
    at              timestamptz NOT NULL,
    note            text        NOT NULL DEFAULT '',
    PRIMARY KEY (order_id, seq)
);

GRANT USAGE ON SEQUENCE order_number TO marketplace_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON cart_line TO marketplace_app;
GRANT SELECT, INSERT ON purchase TO marketplace_app;
GRANT SELECT, INSERT, UPDATE ON purchase_order, order_line TO marketplace_app;
GRANT SELECT, INSERT ON order_event TO marketplace_app;
