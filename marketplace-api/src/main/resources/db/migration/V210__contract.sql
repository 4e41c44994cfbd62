-- Papers of an order that the law wants kept are kept by the database: nobody changes one, and nobody, its owner included,
-- deletes one before the years of the rule are over since the last thing that happened to the order.
CREATE FUNCTION paper_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    years int := coalesce((SELECT max(value)::int FROM rule WHERE code = 'documents.kept.years'), 15);
BEGIN
    IF TG_OP <> 'DELETE' THEN
        RAISE EXCEPTION '% is not changed', TG_TABLE_NAME;
    END IF;
    IF EXISTS (SELECT FROM order_event WHERE order_id = OLD.order_id AND at > now() - make_interval(years => years)) THEN
        RAISE EXCEPTION '% is kept for % years', TG_TABLE_NAME, years;
    END IF;
    RETURN OLD;
END
$$;
CREATE FUNCTION papers_are_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is not emptied', TG_TABLE_NAME;
END
$$;

-- The contract about an order of a budget unit, frozen when the first of the two sides signs: what it says as data, and the
-- PDF that both sign. A changed order is another order with a contract of its own, of the next version.
CREATE TABLE contract (
    order_id       uuid PRIMARY KEY REFERENCES purchase_order,
    number         text        NOT NULL UNIQUE,
    version        smallint    NOT NULL CHECK (version >= 1),
    content        text        NOT NULL, -- JSON
    content_sha256 char(64)    NOT NULL,
    sha256         char(64)    NOT NULL REFERENCES stored_file, -- of the PDF
    frozen_at      timestamptz NOT NULL
);
CREATE INDEX contract_sha256 ON contract (sha256); -- whether bytes are still needed

CREATE TABLE contract_signature (
    order_id        uuid        NOT NULL REFERENCES contract,
    side            text        NOT NULL CHECK (side IN ('BUYER', 'SUPPLIER')),
    organisation_id uuid        NOT NULL REFERENCES organisation,
    person_id       uuid        NOT NULL REFERENCES person,
    person_name     text        NOT NULL, -- as it was then
    signed_at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, side)
);

CREATE TRIGGER contract_is_kept BEFORE UPDATE OR DELETE ON contract FOR EACH ROW EXECUTE FUNCTION paper_is_kept();
CREATE TRIGGER contract_signature_is_kept BEFORE UPDATE OR DELETE ON contract_signature
    FOR EACH ROW EXECUTE FUNCTION paper_is_kept();
CREATE TRIGGER contract_is_not_emptied BEFORE TRUNCATE ON contract EXECUTE FUNCTION papers_are_not_emptied();
CREATE TRIGGER contract_signature_is_not_emptied BEFORE TRUNCATE ON contract_signature EXECUTE FUNCTION papers_are_not_emptied();

CREATE OR REPLACE VIEW file_in_use AS
SELECT sha256 FROM attachment
UNION ALL
SELECT sha256 FROM picture_size
UNION ALL
SELECT sha256 FROM contract;

GRANT SELECT, INSERT ON contract, contract_signature TO marketplace_app;
