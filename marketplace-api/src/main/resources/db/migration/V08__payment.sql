CREATE TABLE payment (
    id             uuid PRIMARY KEY,
    order_id       uuid        NOT NULL REFERENCES purchase_order,
    method         text        NOT NULL CHECK (method IN ('CARD', 'REMITTANCE', 'REFUND')),
    state          text        NOT NULL CHECK (state IN ('PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN')),
    amount_fen     bigint      NOT NULL CHECK (amount_fen > 0),
    payer_name     text,
    bank_reference text,
    payment_method text,        -- Stripe's id of the means of payment
    intent_id      text UNIQUE, -- Stripe's id of the PaymentIntent
    reason         text,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CHECK ((method = 'CARD') = (payment_method IS NOT NULL)),
    CHECK ((method = 'CARD') = (bank_reference IS NULL))
);
CREATE INDEX payment_order ON payment (order_id);
-- A bank's reference is recorded once, whoever types it in again.
CREATE UNIQUE INDEX payment_bank_reference ON payment (method, bank_reference) WHERE bank_reference IS NOT NULL;
-- One card payment at a time: the next may start when the last has an outcome.
CREATE UNIQUE INDEX payment_one_open_card ON payment (order_id) WHERE method = 'CARD' AND state IN ('PENDING', 'UNKNOWN');

-- Inbox of the webhook: stored before it is answered, worked off later; the id makes a repeat harmless.
CREATE TABLE stripe_event (
    id           text PRIMARY KEY,
    type         text        NOT NULL,
    payload      text        NOT NULL,
    received_at  timestamptz NOT NULL,
    processed_at timestamptz,
    attempts     int         NOT NULL DEFAULT 0,
    retry_at     timestamptz NOT NULL,
    error        text
);
CREATE INDEX stripe_event_waiting ON stripe_event (retry_at) WHERE processed_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON payment, stripe_event TO marketplace_app;
