CREATE SEQUENCE registration_number;

-- An organisation that wants to trade here, and what the operator said. The account's number is sealed with a key
-- that is not in the database.
CREATE TABLE registration (
    id              uuid PRIMARY KEY,
    number          text        NOT NULL UNIQUE,
    kind            text        NOT NULL CHECK (kind IN ('COOPERATIVE', 'BUDGET_UNIT', 'SCHOOL')),
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    credit_code     char(18)    NOT NULL,
    county_code     char(6)     NOT NULL REFERENCES division,
    bank_name       text        NOT NULL CHECK (length(bank_name) BETWEEN 1 AND 60),
    account_sealed  text        NOT NULL,
    account_ending  text        NOT NULL CHECK (account_ending ~ '^[0-9]{4}$'),
    contact_name    text        NOT NULL CHECK (length(contact_name) BETWEEN 1 AND 40),
    contact_phone   text        NOT NULL CHECK (length(contact_phone) BETWEEN 5 AND 20),
    username        text        NOT NULL CHECK (username ~ '^[a-z0-9._-]{2,40}$'),
    password_hash   text        NOT NULL,
    state           text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'APPROVED', 'REFUSED')),
    submitted_at    timestamptz NOT NULL,
    decided_at      timestamptz,
    decided_by      uuid        REFERENCES person,
    reason          text        NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
    organisation_id uuid        REFERENCES organisation,
    CHECK ((state = 'WAITING') = (decided_at IS NULL)),
    CHECK ((state = 'APPROVED') = (organisation_id IS NOT NULL))
);
-- Two registrations never wait for the same code or the same user name.
CREATE UNIQUE INDEX registration_waiting_code ON registration (credit_code) WHERE state = 'WAITING';
CREATE UNIQUE INDEX registration_waiting_username ON registration (username) WHERE state = 'WAITING';
CREATE INDEX registration_state ON registration (state, id);

-- Where an organisation is paid. Apart from organisation: few may read it.
CREATE TABLE organisation_account (
    organisation_id uuid PRIMARY KEY REFERENCES organisation,
    bank_name       text        NOT NULL,
    account_sealed  text        NOT NULL,
    account_ending  text        NOT NULL,
    since           timestamptz NOT NULL
);

CREATE TABLE organisation_contact (
    organisation_id uuid PRIMARY KEY REFERENCES organisation,
    name            text NOT NULL,
    phone           text NOT NULL
);

GRANT USAGE ON SEQUENCE registration_number TO marketplace_app;
GRANT SELECT, INSERT, UPDATE ON registration TO marketplace_app;
GRANT SELECT, INSERT ON organisation_account, organisation_contact TO marketplace_app;
