-- What a check found odd: work for the county, which decides; never a label on anybody. The same oddity is found once.
CREATE TABLE finding (
    id           uuid PRIMARY KEY,
    county_code  char(6)     NOT NULL REFERENCES division,
    check_code   text        NOT NULL,
    subject      text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 200), -- what is odd, for people
    subject_key  text        NOT NULL,                                           -- and for finding it once
    evidence     text        NOT NULL,
    found_at     timestamptz NOT NULL,
    decision     text        CHECK (decision IN ('EXPLAINED', 'CORRECTED')),
    reason       text,
    decided_by   uuid        REFERENCES person,
    decided_at   timestamptz,
    UNIQUE (check_code, subject_key),
    CHECK (num_nonnulls(decision, reason, decided_by, decided_at) IN (0, 4))
);
CREATE INDEX finding_county ON finding (county_code, id);
GRANT SELECT, INSERT, UPDATE (decision, reason, decided_by, decided_at) ON finding TO marketplace_app;
