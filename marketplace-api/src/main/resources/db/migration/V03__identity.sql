CREATE TABLE organisation (
    id           uuid PRIMARY KEY DEFAULT uuidv7(),
    kind         text        NOT NULL CHECK (kind IN ('BUDGET_UNIT', 'SCHOOL', 'COOPERATIVE', 'COUNTY_BUREAU',
                                                      'PROVINCE_BUREAU', 'EDUCATION_BUREAU', 'OPERATOR', 'AUDIT_OFFICE')),
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    credit_code  char(18)    UNIQUE,
    county_code  char(6)     REFERENCES division,
    demo         boolean     NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL
);
CREATE INDEX organisation_county ON organisation (county_code);

CREATE TABLE person (
    id              uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation_id uuid        NOT NULL REFERENCES organisation,
    username        text        NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9._-]{2,40}$'),
    display_name    text        NOT NULL,
    role            text        NOT NULL CHECK (role IN ('BUYER', 'CANTEEN', 'COOPERATIVE', 'COUNTY_REVIEWER',
                                                         'PROVINCE_REVIEWER', 'EDUCATION_BUREAU', 'OPERATOR', 'AUDITOR')),
    password_hash   text        NOT NULL,
    disabled        boolean     NOT NULL DEFAULT false,
    created_at      timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON organisation, person TO marketplace_app;
GRANT SELECT ON organisation TO marketplace_indexer;
