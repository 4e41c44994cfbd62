-- What a budget unit filed for a fiscal year (预留份额填报). Filed anew, not edited: the last one holds.
CREATE TABLE reserve_filing (
    id                 uuid PRIMARY KEY,
    unit_id            uuid        NOT NULL REFERENCES organisation,
    fiscal_year        int         NOT NULL CHECK (fiscal_year BETWEEN 2021 AND 2100),
    canteen            text        NOT NULL CHECK (canteen IN ('OWN', 'NONE', 'SHARED', 'OUTSOURCED')),
    partner            text        NOT NULL DEFAULT '' CHECK (length(partner) <= 80), -- who files for it, or who runs it
    food_budget_fen    bigint      NOT NULL CHECK (food_budget_fen >= 0),
    share_basis_points int         NOT NULL CHECK (share_basis_points BETWEEN 0 AND 10000),
    reserved_fen       bigint      NOT NULL CHECK (reserved_fen BETWEEN 0 AND food_budget_fen),
    late               boolean     NOT NULL,
    person_id          uuid        NOT NULL REFERENCES person,
    filed_at           timestamptz NOT NULL,
    CHECK ((partner <> '') = (canteen IN ('SHARED', 'OUTSOURCED'))),
    CHECK (food_budget_fen = 0 OR canteen IN ('OWN', 'OUTSOURCED'))
);
CREATE INDEX reserve_filing_unit ON reserve_filing (unit_id, fiscal_year, id DESC);

-- Where an order stands in the accounts of the unit it counts for.
CREATE TABLE reserve_order (
    order_id    uuid PRIMARY KEY REFERENCES purchase_order,
    unit_id     uuid     NOT NULL REFERENCES organisation,
    fiscal_year int      NOT NULL,
    month       smallint NOT NULL CHECK (month BETWEEN 1 AND 12),
    stage       text     NOT NULL CHECK (stage IN ('NONE', 'COMMITTED', 'ACCEPTED', 'COUNTED')),
    fen         bigint   NOT NULL CHECK (fen >= 0)
);
CREATE INDEX reserve_order_unit ON reserve_order (unit_id, fiscal_year); -- a unit's year, month by month

-- An order that was made for the wrong unit counts for another one once that unit and the operator have agreed.
CREATE TABLE unit_correction (
    id          uuid PRIMARY KEY,
    order_id    uuid        NOT NULL REFERENCES purchase_order,
    from_unit   uuid        NOT NULL REFERENCES organisation,
    to_unit     uuid        NOT NULL REFERENCES organisation,
    reason      text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    asked_by    uuid        NOT NULL REFERENCES person,
    asked_at    timestamptz NOT NULL,
    unit_by     uuid        REFERENCES person,
    unit_at     timestamptz,
    operator_by uuid        REFERENCES person,
    operator_at timestamptz,
    state       text        NOT NULL CHECK (state IN ('ASKED', 'DONE', 'REFUSED')),
    refused_for text        NOT NULL DEFAULT '' CHECK (length(refused_for) <= 500),
    CHECK (from_unit <> to_unit),
    CHECK (state <> 'DONE' OR (unit_by IS NOT NULL AND operator_by IS NOT NULL)),
    CHECK (asked_by IS DISTINCT FROM unit_by AND asked_by IS DISTINCT FROM operator_by)
);
CREATE UNIQUE INDEX unit_correction_open ON unit_correction (order_id) WHERE state = 'ASKED';
CREATE INDEX unit_correction_order ON unit_correction (order_id);
CREATE INDEX unit_correction_to ON unit_correction (to_unit, id DESC);
CREATE INDEX unit_correction_from ON unit_correction (from_unit, id DESC);

GRANT SELECT, INSERT ON reserve_filing TO marketplace_app;
GRANT SELECT, INSERT, UPDATE (unit_id, stage, fen) ON reserve_order TO marketplace_app;
GRANT SELECT, INSERT, UPDATE (unit_by, unit_at, operator_by, operator_at, state, refused_for) ON unit_correction TO marketplace_app;

-- What was ordered before: one opening entry for each unit and year.
WITH known AS (
    SELECT o.id, o.buyer_id, extract(year FROM o.placed_at AT TIME ZONE 'Asia/Shanghai')::int AS fiscal_year,
           extract(month FROM o.placed_at AT TIME ZONE 'Asia/Shanghai')::smallint AS month,
           CASE WHEN o.state IN ('CONFIRMED', 'PARTLY_SHIPPED', 'SHIPPED') THEN 'COMMITTED'
                WHEN o.state IN ('ACCEPTED', 'INVOICED') THEN 'ACCEPTED' ELSE 'COUNTED' END AS stage,
           coalesce(o.accepted_fen, o.total_fen) AS fen
    FROM purchase_order o
    WHERE o.channel = 'PROCUREMENT' AND o.state NOT IN ('DRAFT', 'PLACED', 'CANCELLED', 'REJECTED'))
INSERT INTO reserve_order (order_id, unit_id, fiscal_year, month, stage, fen)
SELECT id, buyer_id, fiscal_year, month, stage, fen FROM known;

INSERT INTO ledger_account (code, organisation_id, opened_at)
SELECT DISTINCT 'unit/' || r.unit_id || '/' || r.fiscal_year || '-' || s.name, r.unit_id, now()
FROM reserve_order r CROSS JOIN (VALUES ('open'), ('committed'), ('accepted'), ('counted')) AS s (name);

WITH sums AS (
    SELECT unit_id, fiscal_year, lower(stage) AS name, sum(fen)::bigint AS fen FROM reserve_order
    GROUP BY 1, 2, 3 HAVING sum(fen) > 0),
entry AS (
    INSERT INTO ledger_entry (kind, subject_id, booked_at, note)
    SELECT 'RESERVE_OPENING', unit_id, now(), fiscal_year::text FROM sums GROUP BY unit_id, fiscal_year
    RETURNING id, subject_id, note),
posting AS (
    SELECT e.id, s.unit_id, s.fiscal_year, s.name, s.fen FROM entry e JOIN sums s ON s.unit_id = e.subject_id AND s.fiscal_year::text = e.note
    UNION ALL
    SELECT e.id, s.unit_id, s.fiscal_year, 'open', -sum(s.fen)::bigint
    FROM entry e JOIN sums s ON s.unit_id = e.subject_id AND s.fiscal_year::text = e.note GROUP BY 1, 2, 3)
INSERT INTO ledger_posting (entry_id, line, account_id, amount_fen)
SELECT p.id, row_number() OVER (PARTITION BY p.id ORDER BY p.name), a.id, p.fen
FROM posting p JOIN ledger_account a ON a.code = 'unit/' || p.unit_id || '/' || p.fiscal_year || '-' || p.name;
