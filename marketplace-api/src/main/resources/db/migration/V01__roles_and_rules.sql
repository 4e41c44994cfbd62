-- The application never works as the owner of its tables: its connections take one of these roles.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'marketplace_app') THEN
        CREATE ROLE marketplace_app NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'marketplace_indexer') THEN
        CREATE ROLE marketplace_indexer NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server made them just now
END $$;

-- An owner that is no superuser may make roles and still not take them.
DO $$
BEGIN
    IF NOT pg_has_role(current_user, 'marketplace_app', 'SET') THEN
        EXECUTE format('GRANT marketplace_app TO %I', current_user);
    END IF;
    IF NOT pg_has_role(current_user, 'marketplace_indexer', 'SET') THEN
        EXECUTE format('GRANT marketplace_indexer TO %I', current_user);
    END IF;
END $$;

-- Dated figures of the field. value is in the unit named beside it; percentages are basis points.
CREATE TABLE rule (
    code         text        NOT NULL,
    jurisdiction text        NOT NULL DEFAULT 'CN',
    valid_from   timestamptz NOT NULL,
    valid_to     timestamptz,
    value        bigint      NOT NULL,
    unit         text        NOT NULL,
    citation     text        NOT NULL,
    grade        char(1)     NOT NULL CHECK (grade IN ('O', 'R', 'S', 'K')),
    PRIMARY KEY (code, jurisdiction, valid_from),
    CHECK (valid_to IS NULL OR valid_to > valid_from)
);

-- First answer of every create-or-pay request, kept for 24 h. The primary key makes the second of two
-- simultaneous equal requests wait for the first.
CREATE TABLE idempotency (
    person_id   uuid        NOT NULL,
    key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    input_hash  text        NOT NULL, -- SHA-256, hexadecimal
    answer      jsonb,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (person_id, key)
);
CREATE INDEX idempotency_created_at ON idempotency (created_at);

GRANT USAGE ON SCHEMA public TO marketplace_app, marketplace_indexer;
GRANT SELECT ON rule TO marketplace_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO marketplace_app;
