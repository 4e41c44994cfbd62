-- Append-only double entry in fen. A posting's amount is what the account receives (+) or gives (-).
CREATE TABLE ledger_account (
    id              uuid PRIMARY KEY DEFAULT uuidv7(),
    code            text        NOT NULL UNIQUE,
    organisation_id uuid        REFERENCES organisation,
    opened_at       timestamptz NOT NULL
);
CREATE INDEX ledger_account_organisation ON ledger_account (organisation_id);

CREATE TABLE ledger_entry (
    id           uuid PRIMARY KEY DEFAULT uuidv7(),
    kind         text        NOT NULL,
    subject_id   uuid        NOT NULL,              -- what it is about, e.g. the order
    reverses_id  uuid        UNIQUE REFERENCES ledger_entry,
    booked_at    timestamptz NOT NULL,
    note         text        NOT NULL DEFAULT ''
);
CREATE INDEX ledger_entry_subject ON ledger_entry (subject_id);

CREATE TABLE ledger_posting (
    entry_id   uuid     NOT NULL REFERENCES ledger_entry,
    line       smallint NOT NULL,
    account_id uuid     NOT NULL REFERENCES ledger_account,
    amount_fen bigint   NOT NULL CHECK (amount_fen <> 0),
    PRIMARY KEY (entry_id, line)
);
CREATE INDEX ledger_posting_account ON ledger_posting (account_id);

-- At commit every entry that was touched has at least two postings that sum to zero. The trigger's argument
-- names the column with the entry's id.
CREATE FUNCTION ledger_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    entry uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    total numeric;
    lines int;
BEGIN
    SELECT coalesce(sum(amount_fen), 0), count(*) INTO total, lines FROM ledger_posting WHERE entry_id = entry;
    IF total <> 0 OR lines < 2 THEN
        RAISE EXCEPTION 'ledger entry % has % postings that sum to % fen', entry, lines, total
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_balances';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_balances('id');
CREATE CONSTRAINT TRIGGER ledger_posting_balances AFTER INSERT ON ledger_posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_balances('entry_id');

CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: correct it with a reversing entry'
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_account_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_account
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

GRANT SELECT, INSERT ON ledger_account, ledger_entry, ledger_posting TO marketplace_app;
