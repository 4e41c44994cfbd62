-- A spreadsheet of products on its way in. The file itself is not kept: its rows are, as they were typed.
-- CHECKING -> CHECKED -> APPLYING -> APPLIED; back to CHECKED when the application met a refusal.
CREATE TABLE import_job (
    id              uuid PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    person_id       uuid        NOT NULL REFERENCES person,
    file_name       text        NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    state           text        NOT NULL DEFAULT 'CHECKING'
                    CHECK (state IN ('CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED')),
    titles          jsonb       NOT NULL, -- of the columns, as they stood in the file
    rows            integer     NOT NULL CHECK (rows BETWEEN 1 AND 5000),
    added           integer     NOT NULL DEFAULT 0 CHECK (added >= 0),
    changed         integer     NOT NULL DEFAULT 0 CHECK (changed >= 0),
    unchanged       integer     NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
    bad             integer     NOT NULL DEFAULT 0 CHECK (bad >= 0),
    good_rows_only  boolean, -- what the cooperative chose
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CHECK (added + changed + unchanged + bad <= rows),
    CHECK (state IN ('CHECKING', 'FAILED') OR added + changed + unchanged + bad = rows),
    CHECK (state NOT IN ('APPLYING', 'APPLIED') OR good_rows_only OR (good_rows_only IS NOT NULL AND bad = 0))
);
-- The workers look for work several times a second.
CREATE INDEX import_job_waiting ON import_job (id) WHERE state IN ('CHECKING', 'APPLYING');
CREATE INDEX import_job_organisation ON import_job (organisation_id, id);
-- Imports are forgotten by age.
CREATE INDEX import_job_created_at ON import_job (created_at);

CREATE TABLE import_row (
    import_id  uuid    NOT NULL REFERENCES import_job ON DELETE CASCADE,
    row_number integer NOT NULL CHECK (row_number BETWEEN 1 AND 1048576), -- as the spreadsheet shows it
    cells      jsonb   NOT NULL,
    outcome    text CHECK (outcome IN ('NEW', 'CHANGE', 'SAME', 'BAD')), -- NULL: not checked yet
    keys       text[], -- what no other row of the file may have too
    draft      jsonb,
    wrongs     jsonb,
    PRIMARY KEY (import_id, row_number),
    CHECK ((outcome IN ('NEW', 'CHANGE')) = (draft IS NOT NULL) OR outcome IS NULL),
    CHECK ((outcome = 'BAD') = (wrongs IS NOT NULL) OR outcome IS NULL)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON import_job, import_row TO marketplace_app;
