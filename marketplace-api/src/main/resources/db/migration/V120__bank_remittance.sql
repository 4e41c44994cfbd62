-- The platform's accounts, and how each bank writes its statements: which column of the CSV holds what.
-- A direction column is for banks that write incoming and outgoing money into one column of amounts.
CREATE TABLE bank (
    code                 text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]{2,20}$'),
    name                 text   NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    account_holder       text   NOT NULL CHECK (length(account_holder) BETWEEN 1 AND 80),
    account_number       text   NOT NULL CHECK (account_number ~ '^[0-9A-Z]{5,34}$'),
    charset              text   NOT NULL CHECK (charset IN ('UTF-8', 'GB18030')),
    delimiter            text   NOT NULL CHECK (delimiter IN (',', ';', 'TAB')),
    day_pattern          text   NOT NULL CHECK (day_pattern IN ('yyyyMMdd', 'yyyy-MM-dd', 'yyyy/MM/dd', 'yyyy/M/d',
                                                                'yyyy年MM月dd日')),
    day_column           text   NOT NULL,
    amount_column        text   NOT NULL,
    payer_column         text   NOT NULL,
    payer_account_column text   NOT NULL,
    reference_column     text   NOT NULL,
    purpose_column       text   NOT NULL,
    direction_column     text,
    incoming_word        text,
    version              bigint NOT NULL DEFAULT 1,
    CHECK ((direction_column IS NULL) = (incoming_word IS NULL))
);

-- One code for several orders of one buyer. A single order's code is its own number.
CREATE SEQUENCE remittance_code_number;
CREATE TABLE remittance_code (
    code       text PRIMARY KEY,
    buyer_id   uuid        NOT NULL REFERENCES organisation,
    created_at timestamptz NOT NULL
);
CREATE TABLE remittance_code_order (
    code     text NOT NULL REFERENCES remittance_code,
    order_id uuid NOT NULL REFERENCES purchase_order,
    PRIMARY KEY (code, order_id)
);
CREATE INDEX remittance_code_order_order ON remittance_code_order (order_id);

-- That somebody else pays for a unit, under this name and from this account.
CREATE TABLE payer_declaration (
    id            uuid PRIMARY KEY,
    buyer_id      uuid        NOT NULL REFERENCES organisation,
    payer_name    text        NOT NULL CHECK (length(payer_name) BETWEEN 1 AND 80),
    payer_account text        NOT NULL CHECK (payer_account ~ '^[0-9A-Z]{5,34}$'),
    reason        text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    person_id     uuid        NOT NULL REFERENCES person,
    declared_at   timestamptz NOT NULL,
    UNIQUE (buyer_id, payer_name, payer_account)
);
CREATE INDEX payer_declaration_payer ON payer_declaration (payer_name, payer_account);

CREATE TABLE bank_statement (
    id          uuid PRIMARY KEY,
    bank_code   text        NOT NULL REFERENCES bank,
    format      text        NOT NULL CHECK (format IN ('CSV', 'CAMT_053')),
    file_name   text        NOT NULL CHECK (length(file_name) <= 120),
    sha256      char(64)    NOT NULL,
    lines       int         NOT NULL CHECK (lines >= 0),     -- incoming ones in the file
    new_lines   int         NOT NULL CHECK (new_lines BETWEEN 0 AND lines),
    person_id   uuid        NOT NULL REFERENCES person,
    imported_at timestamptz NOT NULL
);

-- Money that a bank says came in. Posted: every fen of it is money for orders.
CREATE TABLE bank_line (
    id            uuid PRIMARY KEY,
    statement_id  uuid        NOT NULL REFERENCES bank_statement,
    bank_code     text        NOT NULL REFERENCES bank,
    booked_on     date        NOT NULL,
    amount_fen    bigint      NOT NULL CHECK (amount_fen > 0),
    posted_fen    bigint      NOT NULL DEFAULT 0 CHECK (posted_fen BETWEEN 0 AND amount_fen),
    payer_name    text        NOT NULL CHECK (length(payer_name) <= 120),
    payer_account text        NOT NULL CHECK (length(payer_account) <= 40),
    reference     text        NOT NULL CHECK (length(reference) BETWEEN 1 AND 60),
    purpose       text        NOT NULL CHECK (length(purpose) <= 400),
    state         text        NOT NULL CHECK (state IN ('WAITING', 'POSTED', 'SET_ASIDE')),
    finding       text        CHECK (finding IN ('EXACT', 'PART_PAYMENT', 'OVER_PAYMENT', 'WRONG_CODE', 'NO_CODE',
                                                 'UNKNOWN_PAYER', 'NOTHING_FITS')), -- null: not looked at yet
    by_hand       boolean     NOT NULL DEFAULT false, -- a person has decided once; it posts by itself no more
    set_aside_for text        CHECK (length(set_aside_for) BETWEEN 1 AND 200),
    look_at       timestamptz NOT NULL,
    CHECK ((state = 'POSTED') = (posted_fen = amount_fen)),
    CHECK ((state = 'SET_ASIDE') = (set_aside_for IS NOT NULL)),
    -- A line is imported once, whichever file brings it.
    UNIQUE (bank_code, reference, amount_fen, booked_on)
);
CREATE INDEX bank_line_statement ON bank_line (statement_id);
CREATE INDEX bank_line_reference ON bank_line (reference);
CREATE INDEX bank_line_to_look_at ON bank_line (look_at) WHERE state = 'WAITING' AND NOT by_hand;
CREATE INDEX bank_line_state ON bank_line (state, id DESC);

-- A remittance that came with a statement belongs to its line, whose own key keeps it from coming twice; one line may
-- pay several orders. The ledger's entry is what a reversal reverses.
ALTER TABLE payment ADD COLUMN bank_line_id uuid REFERENCES bank_line CHECK (bank_line_id IS NULL OR method = 'REMITTANCE');
ALTER TABLE payment ADD COLUMN entry_id uuid REFERENCES ledger_entry;
ALTER TABLE payment DROP CONSTRAINT payment_state_check;
ALTER TABLE payment ADD CONSTRAINT payment_state_check
    CHECK (state IN ('PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN', 'REVERSED'));
DROP INDEX payment_bank_reference;
CREATE UNIQUE INDEX payment_bank_reference ON payment (method, bank_reference)
    WHERE bank_reference IS NOT NULL AND bank_line_id IS NULL;
CREATE INDEX payment_bank_line ON payment (bank_line_id) WHERE bank_line_id IS NOT NULL;

-- A split stands until its entry is reversed; then the line may be split again.
ALTER TABLE benefit_split DROP CONSTRAINT benefit_split_pkey;
ALTER TABLE benefit_split DROP CONSTRAINT benefit_split_entry_id_key;
ALTER TABLE benefit_split ADD PRIMARY KEY (entry_id);
CREATE INDEX benefit_split_line ON benefit_split (order_id, line);

-- Orders that money can be taken for now, with what is left to pay; the guards of PAY in OrderLife, as a query.
CREATE VIEW payable_order AS
SELECT o.id, o.number, o.state, o.terms, o.buyer_id, b.name AS buyer_name, o.supplier_id, s.name AS supplier_name,
       o.due_on, coalesce(o.accepted_fen, o.total_fen) - o.paid_fen AS due_fen
FROM purchase_order o
JOIN organisation b ON b.id = o.buyer_id
JOIN organisation s ON s.id = o.supplier_id
WHERE (o.state IN ('ACCEPTED', 'INVOICED') OR (o.state = 'CONFIRMED' AND o.terms = 'PAY_FIRST'))
  AND coalesce(o.accepted_fen, o.total_fen) > o.paid_fen;
CREATE INDEX purchase_order_payable ON purchase_order ((coalesce(accepted_fen, total_fen) - paid_fen))
    WHERE state IN ('CONFIRMED', 'ACCEPTED', 'INVOICED');

-- A payer's name is compared in one form: banks write brackets and spaces in full width or not.
CREATE INDEX organisation_plain_name ON organisation (replace(normalize(name, NFKC), ' ', ''));

GRANT USAGE ON SEQUENCE remittance_code_number TO marketplace_app;
GRANT SELECT, INSERT, UPDATE ON bank, bank_line TO marketplace_app;
GRANT SELECT, INSERT ON remittance_code, remittance_code_order, payer_declaration, bank_statement TO marketplace_app;
GRANT UPDATE (new_lines) ON bank_statement TO marketplace_app;
GRANT SELECT ON payable_order TO marketplace_app;
