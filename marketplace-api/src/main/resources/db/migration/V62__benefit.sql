CREATE EXTENSION IF NOT EXISTS btree_gist; -- trusted: the owner of the database may

CREATE SEQUENCE household_number;

-- A farm household under a pseudonym. Who it is stands in its county bureau's own register and nowhere here.
CREATE TABLE benefit_household (
    id          uuid PRIMARY KEY,
    code        text        NOT NULL UNIQUE CHECK (code ~ '^H[0-9]{8,}$'),
    county_code char(6)     NOT NULL REFERENCES division,
    created_at  timestamptz NOT NULL
);
CREATE INDEX benefit_household_county ON benefit_household (county_code, id);

-- What a household's land or herd can yield in a season, as its county found it: purchases never claim more of it.
CREATE TABLE benefit_plot (
    id            uuid PRIMARY KEY,
    household_id  uuid        NOT NULL REFERENCES benefit_household,
    produce       text        NOT NULL CHECK (length(produce) BETWEEN 1 AND 60),
    season        int         NOT NULL CHECK (season BETWEEN 2000 AND 2199), -- the year of the harvest
    grams         bigint      NOT NULL CHECK (grams > 0),
    claimed_grams bigint      NOT NULL DEFAULT 0 CHECK (claimed_grams BETWEEN 0 AND grams),
    evidence      text        NOT NULL CHECK (length(evidence) BETWEEN 1 AND 60),
    created_at    timestamptz NOT NULL,
    UNIQUE (household_id, produce, season)
);

-- How much of a lot is somebody's already: the same kilogram is never claimed for two households.
CREATE TABLE benefit_lot (
    lot_id        uuid PRIMARY KEY REFERENCES lot,
    grams         bigint NOT NULL CHECK (grams > 0),
    claimed_grams bigint NOT NULL DEFAULT 0 CHECK (claimed_grams BETWEEN 0 AND grams)
);

-- What a household is owed for by a cooperative, with the paper that shows it. What it is worth follows from the
-- quantities; it never receives more.
CREATE TABLE benefit_claim (
    id              uuid PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    household_id    uuid        NOT NULL REFERENCES benefit_household,
    mode            text        NOT NULL CHECK (mode IN ('PURCHASE', 'WAGE', 'DIVIDEND', 'LAND_RENT')),
    evidence        text        NOT NULL CHECK (length(evidence) BETWEEN 1 AND 60),
    lot_id          uuid        REFERENCES benefit_lot,
    plot_id         uuid        REFERENCES benefit_plot,
    grams           bigint      CHECK (grams BETWEEN 1 AND 1000000000),
    fen_per_kg      bigint      CHECK (fen_per_kg BETWEEN 1 AND 1000000),
    during          tstzrange,
    minutes         bigint      CHECK (minutes BETWEEN 1 AND 44640),
    fen_per_hour    bigint      CHECK (fen_per_hour BETWEEN 1 AND 100000),
    contract_fen    bigint      CHECK (contract_fen BETWEEN 1 AND 100000000),
    worth_fen       bigint      GENERATED ALWAYS AS (CASE mode WHEN 'PURCHASE' THEN grams * fen_per_kg / 1000
                                                               WHEN 'WAGE' THEN minutes * fen_per_hour / 60
                                                               ELSE contract_fen END) STORED,
    received_fen    bigint      NOT NULL DEFAULT 0,
    state           text        NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    reason          text,
    decided_by      uuid        REFERENCES person,
    created_at      timestamptz NOT NULL,
    decided_at      timestamptz,
    CHECK (worth_fen IS NOT NULL AND received_fen BETWEEN 0 AND worth_fen),
    CHECK ((mode = 'PURCHASE') = (num_nonnulls(lot_id, plot_id, grams, fen_per_kg) = 4)),
    CHECK (mode = 'PURCHASE' OR (num_nonnulls(lot_id, plot_id, grams, fen_per_kg) = 0 AND during IS NOT NULL)),
    CHECK ((mode = 'WAGE') = (num_nonnulls(minutes, fen_per_hour) = 2)),
    CHECK (mode <> 'WAGE' OR minutes * 60 <= extract(epoch FROM upper(during) - lower(during))), -- hours by the calendar
    CHECK ((mode IN ('DIVIDEND', 'LAND_RENT')) = (contract_fen IS NOT NULL)),
    CHECK ((state = 'PROPOSED') = (decided_at IS NULL)),
    -- No household works the same hours twice, for whichever cooperative.
    EXCLUDE USING gist (household_id WITH =, during WITH &&) WHERE (mode = 'WAGE' AND state <> 'REJECTED'),
    -- No dividend and no rent twice for the same time.
    EXCLUDE USING gist (household_id WITH =, organisation_id WITH =, mode WITH =, during WITH &&)
        WHERE (mode IN ('DIVIDEND', 'LAND_RENT') AND state <> 'REJECTED')
);
-- A paper shows one thing.
CREATE UNIQUE INDEX benefit_claim_evidence ON benefit_claim (organisation_id, mode, evidence) WHERE state <> 'REJECTED';
CREATE INDEX benefit_claim_open ON benefit_claim (organisation_id, mode, id)
    WHERE state = 'CONFIRMED' AND received_fen < worth_fen; -- who shares in the next order
CREATE INDEX benefit_claim_lot ON benefit_claim (lot_id);
CREATE INDEX benefit_claim_household ON benefit_claim (household_id, id);

-- How a cooperative, or one product of it, splits what an order line earns. A new version supersedes the last from
-- its moment on; orders placed before keep theirs.
CREATE TABLE benefit_rule (
    id              uuid PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    product_id      uuid        REFERENCES product, -- none: all products without a rule of their own
    version         int         NOT NULL CHECK (version > 0),
    valid_from      timestamptz NOT NULL,
    created_by      uuid        NOT NULL REFERENCES person,
    created_at      timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (organisation_id, product_id, version),
    UNIQUE NULLS NOT DISTINCT (organisation_id, product_id, valid_from),
    CHECK (valid_from >= created_at)
);
CREATE TABLE benefit_rule_part (
    rule_id      uuid NOT NULL REFERENCES benefit_rule,
    mode         text NOT NULL CHECK (mode IN ('PURCHASE', 'WAGE', 'DIVIDEND', 'LAND_RENT', 'MARGIN', 'PACKING', 'FREIGHT')),
    basis_points int  NOT NULL CHECK (basis_points BETWEEN 1 AND 10000),
    PRIMARY KEY (rule_id, mode)
);
CREATE FUNCTION benefit_rule_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT coalesce(sum(basis_points), 0) FROM benefit_rule_part WHERE rule_id = NEW.rule_id) <> 10000 THEN
        RAISE EXCEPTION 'the parts of benefit rule % do not make 10000 basis points', NEW.rule_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'benefit_rule_is_whole';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER benefit_rule_is_whole AFTER INSERT ON benefit_rule_part
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION benefit_rule_is_whole();

-- How one order line was split, with what each claim had open then, so that anyone can do it again.
CREATE TABLE benefit_split (
    order_id uuid     NOT NULL,
    line     smallint NOT NULL,
    entry_id uuid     NOT NULL UNIQUE REFERENCES ledger_entry,
    rule_id  uuid     NOT NULL REFERENCES benefit_rule,
    fen      bigint   NOT NULL CHECK (fen > 0),
    parts    jsonb    NOT NULL,
    claims   jsonb    NOT NULL,
    PRIMARY KEY (order_id, line),
    FOREIGN KEY (order_id, line) REFERENCES order_line
);
CREATE TRIGGER benefit_split_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON benefit_split
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

GRANT USAGE ON SEQUENCE household_number TO marketplace_app;
GRANT SELECT, INSERT ON benefit_household, benefit_rule, benefit_rule_part, benefit_split TO marketplace_app;
GRANT SELECT, INSERT, UPDATE (claimed_grams) ON benefit_plot, benefit_lot TO marketplace_app;
GRANT SELECT, INSERT, UPDATE (received_fen, state, reason, decided_by, decided_at) ON benefit_claim TO marketplace_app;
