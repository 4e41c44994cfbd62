-- What is published of an order, as it was after a step (OCDS releases). A release is never changed.
-- The feed is read in the order (made_in, id), and only up to the oldest transaction that still runs: what commits late has
-- a transaction that began late enough to be read later, so that no reader skips it.
CREATE TABLE open_release (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    made_in  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    order_id uuid        NOT NULL REFERENCES purchase_order,
    seq      int         NOT NULL CHECK (seq > 0),
    made_at  timestamptz NOT NULL,
    document text        NOT NULL,
    UNIQUE (order_id, seq)
);
CREATE INDEX open_release_feed ON open_release (made_in, id);
GRANT SELECT, INSERT ON open_release TO marketplace_app;
