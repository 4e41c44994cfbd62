-- Pay-outs go to the bank in batches. The file holds account numbers in clear, so it is sealed here; its hash is not.
CREATE SEQUENCE payout_batch_number;
CREATE TABLE payout_batch (
    id                uuid PRIMARY KEY,
    number            text        NOT NULL UNIQUE,
    state             text        NOT NULL CHECK (state IN ('PREPARED', 'RELEASED', 'CANCELLED')),
    total_fen         bigint      NOT NULL CHECK (total_fen > 0),
    file_sealed       text        NOT NULL,
    file_sha256       char(64)    NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    prepared_by       uuid        NOT NULL REFERENCES person,
    prepared_at       timestamptz NOT NULL,
    first_release_by  uuid        REFERENCES person,
    first_release_at  timestamptz,
    second_release_by uuid        REFERENCES person,
    second_release_at timestamptz,
    cancelled_by      uuid        REFERENCES person,
    cancelled_at      timestamptz,
    cancelled_for     text        CHECK (length(cancelled_for) BETWEEN 1 AND 200),
    -- Two people, and in this order.
    CHECK (second_release_by IS NULL OR (first_release_by IS NOT NULL AND first_release_by <> second_release_by)),
    CHECK ((state = 'RELEASED') = (second_release_by IS NOT NULL)),
    CHECK ((state = 'CANCELLED') = (cancelled_for IS NOT NULL)),
    CHECK ((cancelled_by IS NULL) = (cancelled_for IS NULL))
);
-- One batch at a time waits for its release.
CREATE UNIQUE INDEX payout_batch_one_prepared ON payout_batch (state) WHERE state = 'PREPARED';

CREATE TABLE payout (
    id              uuid PRIMARY KEY,
    batch_id        uuid        NOT NULL REFERENCES payout_batch,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    bank_name       text        NOT NULL,
    account_ending  text        NOT NULL,
    remittance_text text        NOT NULL,
    amount_fen      bigint      NOT NULL CHECK (amount_fen > 0),
    bounced_by      uuid        REFERENCES person,
    bounced_at      timestamptz,
    bounced_for     text        CHECK (length(bounced_for) BETWEEN 1 AND 200),
    bank_reference  text        CHECK (length(bank_reference) BETWEEN 1 AND 60), -- of the money that came back
    UNIQUE (batch_id, organisation_id),
    CHECK ((bounced_by IS NULL) = (bounced_for IS NULL) AND (bounced_by IS NULL) = (bank_reference IS NULL))
);
-- Money that came back is recorded once.
CREATE UNIQUE INDEX payout_bank_reference ON payout (bank_reference) WHERE bank_reference IS NOT NULL;

CREATE TABLE payout_order (
    payout_id  uuid    NOT NULL REFERENCES payout,
    order_id   uuid    NOT NULL REFERENCES purchase_order,
    amount_fen bigint  NOT NULL CHECK (amount_fen > 0),
    entry_id   uuid    UNIQUE REFERENCES ledger_entry, -- none before the release
    stands     boolean NOT NULL DEFAULT true,          -- not cancelled and not come back
    PRIMARY KEY (payout_id, order_id)
);
-- No order is paid out twice.
CREATE UNIQUE INDEX payout_order_once ON payout_order (order_id) WHERE stands;

GRANT USAGE ON SEQUENCE payout_batch_number TO marketplace_app;
GRANT SELECT, INSERT ON payout_batch, payout, payout_order TO marketplace_app;
GRANT UPDATE (state, first_release_by, first_release_at, second_release_by, second_release_at,
              cancelled_by, cancelled_at, cancelled_for) ON payout_batch TO marketplace_app;
GRANT UPDATE (bounced_by, bounced_at, bounced_for, bank_reference) ON payout TO marketplace_app;
GRANT UPDATE (entry_id, stands) ON payout_order TO marketplace_app;
