-- The bytes that were ever kept, under their SHA-256. The row is there before the bytes are and goes after them, so
-- that what an interrupted upload left behind is found without listing the store. Whoever keeps or gives up a file sets
-- doubtful_since; the sweep holds the row while it deletes the bytes, and clears it where the file is needed.
CREATE TABLE stored_file (
    sha256         char(64) PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    doubtful_since timestamptz
);
CREATE INDEX stored_file_doubtful ON stored_file (doubtful_since) WHERE doubtful_since IS NOT NULL; -- for the sweep

-- A file somebody stands for: evidence.
CREATE TABLE attachment (
    id              uuid PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    person_id       uuid        NOT NULL REFERENCES person,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    content_type    text        NOT NULL CHECK (content_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    bytes           bigint      NOT NULL CHECK (bytes BETWEEN 1 AND 20971520),
    sha256          char(64)    NOT NULL REFERENCES stored_file,
    created_at      timestamptz NOT NULL
);
CREATE INDEX attachment_sha256 ON attachment (sha256); -- whether bytes are still needed

CREATE INDEX certificate_attachments ON certificate USING gin (attachments); -- whose evidence a file is

CREATE VIEW file_in_use AS SELECT sha256 FROM attachment;

GRANT SELECT, INSERT, UPDATE, DELETE ON stored_file TO marketplace_app;
GRANT SELECT, INSERT ON attachment TO marketplace_app;
GRANT SELECT ON file_in_use TO marketplace_app;
