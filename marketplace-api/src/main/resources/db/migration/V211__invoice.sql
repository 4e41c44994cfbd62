-- VAT invoices as their cooperatives recorded them, with their files. Nothing is ever changed: a wrong one is reversed by a
-- red one of the same sums the other way round, and another one is recorded. A number, with the code that only invoices of the
-- old style have, stands for one content on the whole marketplace.
CREATE TABLE invoice (
    id            uuid PRIMARY KEY,
    order_id      uuid        NOT NULL REFERENCES purchase_order,
    reverses      uuid UNIQUE REFERENCES invoice, -- makes it a red one
    code          text        NOT NULL CHECK (code ~ '^([0-9]{10}|[0-9]{12})?$'),
    number        text        NOT NULL CHECK (number ~ '^([0-9]{8}|[0-9]{20})$'),
    issued_on     date        NOT NULL,
    total_fen     bigint      NOT NULL, -- tax included
    tax_fen       bigint      NOT NULL,
    reason        text        NOT NULL CHECK (length(reason) <= 500), -- of a red one
    attachment_id uuid        NOT NULL REFERENCES attachment,
    person_id     uuid        NOT NULL REFERENCES person,
    recorded_at   timestamptz NOT NULL,
    CHECK ((length(number) = 8) = (code <> '')),
    CHECK (CASE WHEN reverses IS NULL THEN total_fen > 0 AND tax_fen BETWEEN 0 AND total_fen - 1
                ELSE total_fen < 0 AND tax_fen BETWEEN total_fen + 1 AND 0 AND reason <> '' END),
    UNIQUE (number, code)
);
CREATE INDEX invoice_order ON invoice (order_id);
CREATE INDEX invoice_attachment ON invoice (attachment_id);

CREATE TRIGGER invoice_is_kept BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION paper_is_kept();
CREATE TRIGGER invoice_is_not_emptied BEFORE TRUNCATE ON invoice EXECUTE FUNCTION papers_are_not_emptied();

-- Of the old style, two rolls of paper have the same numbers under two codes.
DROP INDEX purchase_order_invoice;

-- Electronic invoices are also OFD and XML.
ALTER TABLE attachment DROP CONSTRAINT attachment_content_type_check;
ALTER TABLE attachment ADD CONSTRAINT attachment_content_type_check
    CHECK (content_type IN ('application/pdf', 'image/jpeg', 'image/png', 'application/ofd', 'application/xml'));

GRANT SELECT, INSERT ON invoice TO marketplace_app;
