-- Who does what in a unit. A unit with a manager keeps roles; in any other, its people do as before.
CREATE TABLE unit_role (
    unit_id    uuid        NOT NULL REFERENCES organisation,
    person_id  uuid        NOT NULL REFERENCES person,
    role       text        NOT NULL CHECK (role IN ('MANAGER', 'BUYER', 'APPROVER', 'RECEIVER', 'FINANCE')),
    granted_by uuid        NOT NULL REFERENCES person,
    granted_at timestamptz NOT NULL,
    ended_by   uuid        REFERENCES person,
    ended_at   timestamptz,
    PRIMARY KEY (unit_id, person_id, role, granted_at),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX unit_role_held ON unit_role (unit_id, person_id, role) WHERE ended_at IS NULL;
CREATE INDEX unit_role_person ON unit_role (person_id) WHERE ended_at IS NULL;

GRANT SELECT, INSERT ON unit_role TO marketplace_app;
GRANT UPDATE (ended_by, ended_at) ON unit_role TO marketplace_app;
