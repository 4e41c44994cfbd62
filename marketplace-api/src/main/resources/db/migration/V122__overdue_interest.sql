-- What an overdue buyer owes the supplier for one day and one order, by the rate in force that day.
CREATE TABLE overdue_interest (
    order_id          uuid   NOT NULL REFERENCES purchase_order,
    day               date   NOT NULL,
    principal_fen     bigint NOT NULL CHECK (principal_fen > 0), -- owed when the day ended
    rate_basis_points bigint NOT NULL CHECK (rate_basis_points >= 0),
    fen               bigint NOT NULL CHECK (fen >= 0),
    entry_id          uuid   UNIQUE REFERENCES ledger_entry,
    PRIMARY KEY (order_id, day), -- once, however many instances run
    CHECK ((fen = 0) = (entry_id IS NULL))
);
CREATE TRIGGER overdue_interest_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON overdue_interest
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
-- Who may be overdue, without reading every order.
CREATE INDEX purchase_order_due_on ON purchase_order (due_on) WHERE state IN ('ACCEPTED', 'INVOICED');

GRANT SELECT, INSERT ON overdue_interest TO marketplace_app;
