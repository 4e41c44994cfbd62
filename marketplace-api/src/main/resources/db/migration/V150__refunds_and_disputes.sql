-- A refund to the card, or wallet, that paid; intent_id is then Stripe's id of the refund, entry_id what the ledger wrote.
ALTER TABLE payment DROP CONSTRAINT payment_method_check, DROP CONSTRAINT payment_check, DROP CONSTRAINT payment_check1;
ALTER TABLE payment ADD COLUMN refunds_id uuid REFERENCES payment;
ALTER TABLE payment
    ADD CONSTRAINT payment_method_check CHECK (method IN ('CARD', 'REMITTANCE', 'REFUND', 'CARD_REFUND')),
    ADD CONSTRAINT payment_means CHECK ((method = 'CARD') = (payment_method IS NOT NULL)),
    ADD CONSTRAINT payment_by_bank CHECK ((method IN ('REMITTANCE', 'REFUND')) = (bank_reference IS NOT NULL)),
    ADD CONSTRAINT payment_refunds CHECK ((method = 'CARD_REFUND') = (refunds_id IS NOT NULL));
CREATE INDEX payment_refunds ON payment (refunds_id) WHERE refunds_id IS NOT NULL;
-- One at a time: the next may start when the last has an outcome.
CREATE UNIQUE INDEX payment_one_open_refund ON payment (order_id) WHERE method = 'CARD_REFUND' AND state IN ('PENDING', 'UNKNOWN');

-- What the payer has to do: a page to go to (REDIRECT), or a code to scan (QR).
ALTER TABLE payment ADD COLUMN action_kind text CHECK (action_kind IN ('REDIRECT', 'QR'));
ALTER TABLE payment ADD COLUMN action_url text CHECK ((action_url IS NULL) = (action_kind IS NULL));

-- A payer who asks its bank for the money back. Stripe takes it at once and gives it back if the platform wins.
CREATE TABLE dispute (
    id         text PRIMARY KEY, -- Stripe's
    payment_id uuid        NOT NULL REFERENCES payment,
    amount_fen bigint      NOT NULL CHECK (amount_fen > 0),
    reason     text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('OPEN', 'WON', 'LOST')),
    due_at     timestamptz, -- until when Stripe takes evidence
    opened_at  timestamptz NOT NULL,
    closed_at  timestamptz,
    entry_id   uuid        REFERENCES ledger_entry, -- by which the money is held back
    CHECK ((closed_at IS NULL) = (state = 'OPEN'))
);
CREATE INDEX dispute_payment ON dispute (payment_id);
GRANT SELECT, INSERT, UPDATE (state, due_at, closed_at, entry_id) ON dispute TO marketplace_app;
