-- A suspected food-safety incident of a canteen. Nothing of it is changed; that it was reported is added.
CREATE TABLE incident (
    id              uuid PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    noticed_at      timestamptz NOT NULL,
    ill             int         NOT NULL CHECK (ill BETWEEN 0 AND 100000),
    what            text        NOT NULL CHECK (length(what) BETWEEN 1 AND 1000),
    due_at          timestamptz NOT NULL CHECK (due_at > noticed_at), -- until when the county has to know
    noted_by        uuid        NOT NULL REFERENCES person,
    noted_at        timestamptz NOT NULL,
    reported_to     text        CHECK (length(reported_to) BETWEEN 1 AND 200),
    reported_by     uuid        REFERENCES person,
    reported_at     timestamptz,
    CHECK ((reported_at IS NULL) = (reported_by IS NULL) AND (reported_at IS NULL) = (reported_to IS NULL))
);
CREATE INDEX incident_organisation ON incident (organisation_id, noticed_at DESC);

GRANT SELECT, INSERT, UPDATE (reported_to, reported_by, reported_at) ON incident TO marketplace_app;
