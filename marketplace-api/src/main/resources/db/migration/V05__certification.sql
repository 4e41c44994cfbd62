CREATE SEQUENCE certificate_number;

-- A certificate gates a sale while state is IN_FORCE and now is in [valid_from, valid_until).
-- product_id null: the supplier certificate of the organisation.
CREATE TABLE certificate (
    id              uuid PRIMARY KEY DEFAULT uuidv7(),
    number          text        NOT NULL UNIQUE,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    kind            text        NOT NULL CHECK (kind IN ('SUPPLIER')),
    state           text        NOT NULL CHECK (state IN ('IN_FORCE', 'SUSPENDED', 'REVOKED')),
    valid_from      timestamptz NOT NULL,
    valid_until     timestamptz NOT NULL,
    county_reviewer   text      NOT NULL,
    province_reviewer text      NOT NULL,
    CHECK (valid_until > valid_from)
);
CREATE INDEX certificate_organisation ON certificate (organisation_id);
-- An organisation has one certificate in force at a time; renewal ends the old one first.
CREATE UNIQUE INDEX certificate_one_in_force ON certificate (organisation_id, kind) WHERE state = 'IN_FORCE';

GRANT SELECT, INSERT, UPDATE ON certificate TO marketplace_app;
GRANT USAGE ON SEQUENCE certificate_number TO marketplace_app;
GRANT SELECT ON certificate TO marketplace_indexer;
