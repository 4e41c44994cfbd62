-- Since when a product has been missing from the search: parked_at moves with every refusal, this stays.
ALTER TABLE catalog_change_parked ADD COLUMN first_parked_at timestamptz NOT NULL DEFAULT now();

-- The operator replays through the outbox; only an indexer that has written the product takes the row away.
REVOKE DELETE ON catalog_change_parked FROM marketplace_app;
