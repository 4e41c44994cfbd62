-- From what amount of a fiscal year a unit's requisitions need whose agreement. Rules are ended, never edited.
CREATE TABLE approval_rule (
    id            uuid PRIMARY KEY,
    unit_id       uuid        NOT NULL REFERENCES organisation,
    category_code text        REFERENCES category, -- with all below it; none: whatever is bought
    from_fen      bigint      NOT NULL CHECK (from_fen >= 0),
    level         smallint    NOT NULL CHECK (level BETWEEN 1 AND 5),
    needed        smallint    NOT NULL CHECK (needed BETWEEN 1 AND 20),
    hours         smallint    NOT NULL CHECK (hours BETWEEN 1 AND 720),
    made_by       uuid        NOT NULL REFERENCES person,
    made_at       timestamptz NOT NULL,
    ended_at      timestamptz
);
CREATE INDEX approval_rule_unit ON approval_rule (unit_id) WHERE ended_at IS NULL;

CREATE TABLE approval_rule_approver (
    rule_id   uuid NOT NULL REFERENCES approval_rule,
    person_id uuid NOT NULL REFERENCES person,
    PRIMARY KEY (rule_id, person_id)
);

-- Both days belong to it.
CREATE TABLE approval_delegate (
    id          uuid PRIMARY KEY,
    unit_id     uuid        NOT NULL REFERENCES organisation,
    from_person uuid        NOT NULL REFERENCES person,
    to_person   uuid        NOT NULL REFERENCES person,
    from_day    date        NOT NULL,
    to_day      date        NOT NULL,
    made_by     uuid        NOT NULL REFERENCES person,
    made_at     timestamptz NOT NULL,
    ended_at    timestamptz,
    CHECK (from_person <> to_person),
    CHECK (to_day >= from_day)
);
CREATE INDEX approval_delegate_to ON approval_delegate (to_person) WHERE ended_at IS NULL;

CREATE TABLE budget_line (
    id          uuid PRIMARY KEY,
    unit_id     uuid        NOT NULL REFERENCES organisation,
    fiscal_year smallint    NOT NULL,
    code        text        NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    amount_fen  bigint      NOT NULL CHECK (amount_fen BETWEEN 0 AND 100000000000000),
    made_by     uuid        NOT NULL REFERENCES person,
    made_at     timestamptz NOT NULL,
    UNIQUE (unit_id, fiscal_year, code)
);

CREATE SEQUENCE requisition_number;

CREATE TABLE requisition (
    id             uuid PRIMARY KEY,
    number         text        NOT NULL UNIQUE,
    unit_id        uuid        NOT NULL REFERENCES organisation,
    person_id      uuid        NOT NULL REFERENCES person,
    fiscal_year    smallint    NOT NULL, -- of the submission
    purpose        text        NOT NULL CHECK (length(purpose) BETWEEN 1 AND 500),
    budget_line_id uuid        REFERENCES budget_line,
    state          text        NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'ORDERED', 'REJECTED', 'WITHDRAWN',
                                                         'EXPIRED')),
    total_fen      bigint      NOT NULL CHECK (total_fen > 0),
    terms          text        NOT NULL CHECK (terms IN ('GOODS_FIRST', 'PAY_FIRST')),
    deliver_to     text        NOT NULL CHECK (length(deliver_to) <= 200),
    deliver_on     date,
    note           text        NOT NULL CHECK (length(note) <= 500),
    level          smallint    NOT NULL DEFAULT 0, -- whose turn it is; 0 before anybody's
    due_at         timestamptz,                    -- until when, while it is submitted
    made_at        timestamptz NOT NULL,
    submitted_at   timestamptz,
    purchase_id    uuid        UNIQUE REFERENCES purchase,
    version        bigint      NOT NULL DEFAULT 1,
    CHECK ((purchase_id IS NOT NULL) = (state = 'ORDERED'))
);
CREATE INDEX requisition_unit ON requisition (unit_id, id DESC);
CREATE INDEX requisition_budget_line ON requisition (budget_line_id) WHERE state IN ('SUBMITTED', 'APPROVED');
CREATE INDEX requisition_due ON requisition (due_at) WHERE state = 'SUBMITTED';

-- Name, price and certificate are snapshots of the submission: what was agreed to.
CREATE TABLE requisition_line (
    requisition_id     uuid     NOT NULL REFERENCES requisition,
    line               smallint NOT NULL,
    product_id         uuid     NOT NULL REFERENCES product,
    name               text     NOT NULL,
    supplier_name      text     NOT NULL,
    category_code      text     NOT NULL REFERENCES category,
    unit               text     NOT NULL,
    unit_grams         bigint   NOT NULL,
    quantity           bigint   NOT NULL CHECK (quantity BETWEEN 1 AND 100000),
    price_fen          bigint   NOT NULL,
    total_fen          bigint   NOT NULL CHECK (total_fen > 0),
    certificate_number text     NOT NULL,
    PRIMARY KEY (requisition_id, line),
    UNIQUE (requisition_id, product_id)
);

-- What a rule asked for when the requisition was submitted. Those of one level run side by side.
CREATE TABLE requisition_stage (
    requisition_id uuid     NOT NULL REFERENCES requisition,
    stage          smallint NOT NULL,
    rule_id        uuid     NOT NULL REFERENCES approval_rule,
    level          smallint NOT NULL,
    needed         smallint NOT NULL,
    hours          smallint NOT NULL,
    due_at         timestamptz, -- none until it is the level's turn
    agreed_at      timestamptz,
    PRIMARY KEY (requisition_id, stage)
);

CREATE TABLE requisition_step (
    requisition_id uuid NOT NULL REFERENCES requisition,
    stage          smallint NOT NULL,
    approver_id    uuid NOT NULL REFERENCES person, -- on whose behalf it was decided
    decision       text CHECK (decision IN ('AGREED', 'REFUSED')),
    decided_by     uuid REFERENCES person,
    decided_at     timestamptz,
    comment        text NOT NULL DEFAULT '' CHECK (length(comment) <= 500),
    PRIMARY KEY (requisition_id, stage, approver_id),
    FOREIGN KEY (requisition_id, stage) REFERENCES requisition_stage,
    CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX requisition_step_waiting ON requisition_step (approver_id) WHERE decided_at IS NULL;
-- One person is one voice, though another one's delegate.
CREATE UNIQUE INDEX requisition_step_one_voice ON requisition_step (requisition_id, stage, decided_by)
    WHERE decided_by IS NOT NULL;

CREATE TABLE requisition_event (
    requisition_id uuid        NOT NULL REFERENCES requisition,
    seq            smallint    NOT NULL,
    action         text        NOT NULL,
    person_id      uuid        REFERENCES person, -- none: a time was over, or nobody had to agree
    at             timestamptz NOT NULL,
    note           text        NOT NULL DEFAULT '',
    PRIMARY KEY (requisition_id, seq)
);

ALTER TABLE purchase_order
    ADD COLUMN requisition_number text REFERENCES requisition (number),
    ADD COLUMN budget_line_id uuid REFERENCES budget_line;
CREATE INDEX purchase_order_budget_line ON purchase_order (budget_line_id) WHERE budget_line_id IS NOT NULL;

GRANT USAGE ON SEQUENCE requisition_number TO marketplace_app;
GRANT SELECT, INSERT ON approval_rule, approval_rule_approver, approval_delegate TO marketplace_app;
GRANT UPDATE (ended_at) ON approval_rule, approval_delegate TO marketplace_app;
GRANT SELECT, INSERT, UPDATE ON budget_line, requisition, requisition_stage, requisition_step TO marketplace_app;
GRANT SELECT, INSERT, DELETE ON requisition_line TO marketplace_app;
GRANT SELECT, INSERT ON requisition_event TO marketplace_app;
