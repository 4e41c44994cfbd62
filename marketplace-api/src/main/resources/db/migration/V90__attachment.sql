-- A file somebody stands for: evidence, a picture's original. Its bytes lie in the file store under their SHA-256.
CREATE TABLE attachment (
    id              uuid PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    person_id       uuid        NOT NULL REFERENCES person,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    content_type    text        NOT NULL CHECK (content_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    bytes           bigint      NOT NULL CHECK (bytes BETWEEN 1 AND 20971520),
    sha256          char(64)    NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    created_at      timestamptz NOT NULL
);

GRANT SELECT, INSERT ON attachment TO marketplace_app;
