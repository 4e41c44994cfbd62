-- Money that is promised and not moved yet. A hold is open until it has an end or its time is over; what ends it is
-- one row, so of two who end it at the same time one loses. Expiry needs no row and nobody who sweeps.
CREATE TABLE ledger_hold (
    id          uuid PRIMARY KEY,
    kind        text        NOT NULL,                            -- of the entry it becomes
    subject_id  uuid        NOT NULL,
    giver_id    uuid        NOT NULL REFERENCES ledger_account,
    receiver_id uuid        NOT NULL REFERENCES ledger_account,
    amount_fen  bigint      NOT NULL CHECK (amount_fen > 0),
    note        text        NOT NULL DEFAULT '',
    reserved_at timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    CHECK (giver_id <> receiver_id),
    CHECK (expires_at > reserved_at)
);
CREATE INDEX ledger_hold_open ON ledger_hold (giver_id, expires_at); -- what an account has promised now

CREATE TABLE ledger_hold_end (
    hold_id  uuid PRIMARY KEY REFERENCES ledger_hold,
    outcome  text        NOT NULL CHECK (outcome IN ('POSTED', 'VOIDED')),
    entry_id uuid        UNIQUE REFERENCES ledger_entry,
    ended_at timestamptz NOT NULL,
    CHECK ((outcome = 'POSTED') = (entry_id IS NOT NULL))
);

CREATE TRIGGER ledger_hold_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_hold
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_hold_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_hold_end
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

GRANT SELECT, INSERT ON ledger_hold, ledger_hold_end TO marketplace_app;
