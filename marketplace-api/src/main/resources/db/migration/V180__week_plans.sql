-- A school whose meals a bureau plans, and what the bureau lets them cost.
CREATE TABLE bureau_canteen (
    school_id         uuid PRIMARY KEY REFERENCES organisation,
    bureau_id         uuid        NOT NULL REFERENCES organisation,
    fen_per_pupil_day bigint      NOT NULL CHECK (fen_per_pupil_day BETWEEN 1 AND 100000),
    suppliers_per_day smallint    NOT NULL CHECK (suppliers_per_day BETWEEN 1 AND 50),
    changed_at        timestamptz NOT NULL
);
CREATE INDEX bureau_canteen_bureau ON bureau_canteen (bureau_id);

-- How a cooperative delivers to canteens. No row: any distance, any day, any amount.
CREATE TABLE supply_terms (
    organisation_id uuid PRIMARY KEY REFERENCES organisation,
    radius_km       int CHECK (radius_km BETWEEN 1 AND 6000),           -- by road; none: any distance
    least_order_fen bigint   NOT NULL CHECK (least_order_fen BETWEEN 0 AND 100000000),
    delivery_days   smallint NOT NULL CHECK (delivery_days BETWEEN 1 AND 127), -- bit 0 Monday
    weekly_grams    bigint CHECK (weekly_grams BETWEEN 1000 AND 1000000000000) -- of each product; none: what is in stock
);

CREATE TABLE week_plan (
    id         uuid PRIMARY KEY,
    bureau_id  uuid        NOT NULL REFERENCES organisation,
    week_start date        NOT NULL CHECK (extract(isodow FROM week_start) = 1),
    state      text        NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'READY', 'FAILED', 'ACCEPTED', 'ORDERED')),
    stop_asked boolean     NOT NULL DEFAULT false,
    step       smallint    NOT NULL DEFAULT 0,
    steps      smallint    NOT NULL DEFAULT 1,
    lines      int         NOT NULL DEFAULT 0,
    unserved   int         NOT NULL DEFAULT 0,
    fen        bigint      NOT NULL DEFAULT 0,
    gap_bp     int         NOT NULL DEFAULT 0, -- at most so far above the best plan's score, in basis points
    asked_by   uuid        NOT NULL REFERENCES person,
    asked_at   timestamptz NOT NULL,
    beat_at    timestamptz,                    -- whoever works on it was alive then
    ended_at   timestamptz
);
CREATE INDEX week_plan_bureau ON week_plan (bureau_id, week_start, asked_at DESC);
CREATE INDEX week_plan_open ON week_plan (asked_at) WHERE state IN ('WAITING', 'RUNNING', 'ACCEPTED');
CREATE UNIQUE INDEX week_plan_accepted ON week_plan (bureau_id, week_start) WHERE state IN ('ACCEPTED', 'ORDERED');

CREATE TABLE week_plan_line (
    plan_id         uuid     NOT NULL REFERENCES week_plan,
    number          int      NOT NULL,
    school_id       uuid     NOT NULL REFERENCES organisation,
    food_group      text     NOT NULL,
    day             date     NOT NULL,
    grams           bigint   NOT NULL CHECK (grams > 0),
    product_id      uuid REFERENCES product, -- none: nothing serves it
    packages        bigint   NOT NULL DEFAULT 0,
    fen             bigint   NOT NULL DEFAULT 0,
    metres          bigint,
    next_product    uuid REFERENCES product,
    next_fen        bigint,
    cheaper_product uuid REFERENCES product,
    cheaper_fen     bigint,
    cheaper_rule    text,
    change_product  uuid REFERENCES product,
    change_rule     text,
    change_amount   bigint,
    chosen_for      text     NOT NULL DEFAULT '', -- a person's reason, where a person decided
    purchase_id     uuid REFERENCES purchase,
    refused         text     NOT NULL DEFAULT '', -- why it could not be ordered: a problem's code
    PRIMARY KEY (plan_id, number)
);

-- A person's word on who serves a line; none: nobody of the marketplace.
CREATE TABLE week_choice (
    school_id  uuid        NOT NULL REFERENCES organisation,
    food_group text        NOT NULL,
    day        date        NOT NULL,
    product_id uuid REFERENCES product,
    reason     text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    made_by    uuid        NOT NULL REFERENCES person,
    made_at    timestamptz NOT NULL,
    PRIMARY KEY (school_id, food_group, day)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON bureau_canteen, week_choice TO marketplace_app;
GRANT SELECT, INSERT, UPDATE ON supply_terms, week_plan, week_plan_line TO marketplace_app;
