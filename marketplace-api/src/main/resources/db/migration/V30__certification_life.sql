-- Equality and ranges in one exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A row is an application first and a certificate once the province has approved it. IN_FORCE means approved: it gates a
-- sale while now is in [valid_from, valid_until). What only the clock moves (notice over, expired) is never written.
-- category_code null: the supplier certificate of the organisation; otherwise its produce of that category.
-- notice_until: objections are heard until then; valid_from is later where an older certificate still runs.
-- due_on: the day by which the office or the cooperative whose turn it is must act.
-- seasons: what the produce of a season can weigh, with its evidence (see SeasonClaim).
ALTER TABLE certificate
    DROP CONSTRAINT certificate_kind_check,
    DROP CONSTRAINT certificate_state_check,
    ALTER COLUMN valid_from DROP NOT NULL,
    ALTER COLUMN valid_until DROP NOT NULL,
    ALTER COLUMN county_reviewer DROP NOT NULL,
    ALTER COLUMN province_reviewer DROP NOT NULL,
    ADD COLUMN category_code text REFERENCES category,
    ADD COLUMN statement     text        NOT NULL DEFAULT '' CHECK (length(statement) <= 2000),
    ADD COLUMN seasons       jsonb       NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(seasons) = 'array'),
    ADD COLUMN attachments   uuid[]      NOT NULL DEFAULT '{}' CHECK (cardinality(attachments) <= 20),
    ADD COLUMN applied_at    timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN notice_until  timestamptz,
    ADD COLUMN due_on        date,
    ADD COLUMN version       bigint      NOT NULL DEFAULT 1,
    ADD CONSTRAINT certificate_kind CHECK (kind IN ('SUPPLIER', 'PRODUCT')),
    ADD CONSTRAINT certificate_of_a_category CHECK ((kind = 'PRODUCT') = (category_code IS NOT NULL)),
    ADD CONSTRAINT certificate_state CHECK (
        state IN ('COUNTY_REVIEW', 'PROVINCE_REVIEW', 'RETURNED', 'REFUSED', 'IN_FORCE', 'SUSPENDED', 'REVOKED')),
    ADD CONSTRAINT certificate_approved CHECK (
        state IN ('COUNTY_REVIEW', 'PROVINCE_REVIEW', 'RETURNED', 'REFUSED')
        OR (valid_from IS NOT NULL AND valid_until IS NOT NULL
            AND county_reviewer IS NOT NULL AND province_reviewer IS NOT NULL)),
    ADD CONSTRAINT certificate_has_a_due_day CHECK (
        state NOT IN ('COUNTY_REVIEW', 'PROVINCE_REVIEW', 'RETURNED') OR due_on IS NOT NULL);

-- A renewal begins when the older one ends: of one kind and category no two run at the same moment.
DROP INDEX certificate_one_in_force;
ALTER TABLE certificate ADD CONSTRAINT certificate_one_at_a_time EXCLUDE USING gist (
    organisation_id WITH =, (coalesce(category_code, '')) WITH =, tstzrange(valid_from, valid_until) WITH &&)
    WHERE (state IN ('IN_FORCE', 'SUSPENDED'));
CREATE UNIQUE INDEX certificate_one_application ON certificate (organisation_id, (coalesce(category_code, '')))
    WHERE state IN ('COUNTY_REVIEW', 'PROVINCE_REVIEW', 'RETURNED');
-- What waits for somebody is a small part of all; every reviewer's first page reads it.
CREATE INDEX certificate_waiting ON certificate (due_on)
    WHERE state IN ('COUNTY_REVIEW', 'PROVINCE_REVIEW', 'RETURNED');

-- Who did what, when and why, for ever.
CREATE TABLE certificate_event (
    certificate_id  uuid        NOT NULL REFERENCES certificate,
    seq             smallint    NOT NULL,
    action          text        NOT NULL,
    from_phase      text        NOT NULL,
    to_phase        text        NOT NULL,
    person_id       uuid        REFERENCES person,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    at              timestamptz NOT NULL,
    reason          text        NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
    PRIMARY KEY (certificate_id, seq)
);

CREATE FUNCTION certificate_events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was decided about a certificate stays' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER certificate_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_event
    FOR EACH STATEMENT EXECUTE FUNCTION certificate_events_stay();

-- What a cooperative may sell of a category in a season, and what of it is ordered or sold. A row is made by the first
-- sale of a season from the certificate in force then; a renewal replaces the figure and keeps what is drawn.
CREATE TABLE season_capacity (
    id              uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation_id uuid   NOT NULL REFERENCES organisation,
    category_code   text   NOT NULL REFERENCES category,
    season_from     date   NOT NULL,
    season_to       date   NOT NULL,                -- its last day
    certificate_id  uuid   NOT NULL REFERENCES certificate,
    certified_grams bigint NOT NULL,
    drawn_grams     bigint NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, category_code, season_from, season_to),
    CHECK (season_to >= season_from),
    CONSTRAINT season_capacity_never_exceeded CHECK (drawn_grams BETWEEN 0 AND certified_grams),
    EXCLUDE USING gist (organisation_id WITH =, category_code WITH =, daterange(season_from, season_to, '[]') WITH &&)
);

-- What an order took of a season, so that exactly that is given back.
CREATE TABLE season_draw (
    capacity_id uuid        NOT NULL REFERENCES season_capacity,
    order_id    uuid        NOT NULL,
    grams       bigint      NOT NULL CHECK (grams > 0),
    drawn_at    timestamptz NOT NULL,
    returned_at timestamptz,
    PRIMARY KEY (order_id, capacity_id)
);

GRANT SELECT, INSERT ON certificate_event TO marketplace_app;
GRANT SELECT, INSERT, UPDATE ON season_capacity, season_draw TO marketplace_app;
