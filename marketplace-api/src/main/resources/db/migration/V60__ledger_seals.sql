-- An entry gets its postings in the transaction that made it and never another one later.
ALTER TABLE ledger_entry ADD COLUMN made_in xid8 NOT NULL DEFAULT pg_current_xact_id();

CREATE FUNCTION ledger_entry_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added JOIN ledger_entry e ON e.id = added.entry_id WHERE e.made_in <> pg_current_xact_id()) THEN
        RAISE EXCEPTION 'a ledger entry gets its postings in the transaction that made it'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_posting_in_time AFTER INSERT ON ledger_posting
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_is_closed();

-- Seals form one chain: the key of the one before it (none for the first) makes a gap or a fork impossible.
CREATE TABLE ledger_seal (
    number          bigint PRIMARY KEY CHECK (number > 0),
    previous_number bigint GENERATED ALWAYS AS (nullif(number - 1, 0)) STORED,
    previous_hash   bytea,
    root            bytea       NOT NULL CHECK (length(root) = 32),
    entries         int         NOT NULL CHECK (entries > 0),
    sealed_at       timestamptz NOT NULL,
    hash            bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
    UNIQUE (number, hash),
    CHECK ((number = 1) = (previous_hash IS NULL)),
    FOREIGN KEY (previous_number, previous_hash) REFERENCES ledger_seal (number, hash)
);
CREATE INDEX ledger_seal_sealed_at ON ledger_seal (sealed_at); -- the last one of each day

CREATE TABLE ledger_sealed_entry (
    entry_id uuid   PRIMARY KEY REFERENCES ledger_entry,
    seal     bigint NOT NULL REFERENCES ledger_seal,
    position int    NOT NULL CHECK (position >= 0),
    leaf     bytea  NOT NULL CHECK (length(leaf) = 32),
    UNIQUE (seal, position)
);

-- What waits to be sealed. An entry comes in with its own transaction, so one whose commit lands late is seen
-- late and not missed; its seal alone takes it out, by a trigger: the application may only look.
CREATE TABLE ledger_unsealed (
    entry_id uuid PRIMARY KEY REFERENCES ledger_entry
);
INSERT INTO ledger_unsealed SELECT id FROM ledger_entry;

CREATE FUNCTION ledger_entry_waits_for_its_seal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO ledger_unsealed SELECT id FROM added;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_waits_for_its_seal AFTER INSERT ON ledger_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_waits_for_its_seal();

CREATE FUNCTION ledger_entry_is_sealed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    DELETE FROM ledger_unsealed u USING added WHERE u.entry_id = added.entry_id;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_is_sealed AFTER INSERT ON ledger_sealed_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_is_sealed();

CREATE TRIGGER ledger_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_seal
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_sealed_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_sealed_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

REVOKE ALL ON FUNCTION ledger_entry_waits_for_its_seal(), ledger_entry_is_sealed() FROM PUBLIC;
GRANT SELECT ON ledger_unsealed TO marketplace_app;
GRANT SELECT, INSERT ON ledger_seal, ledger_sealed_entry TO marketplace_app;
