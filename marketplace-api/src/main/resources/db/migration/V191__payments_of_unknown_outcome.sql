-- Since when nobody knows what became of a payment through Stripe; updated_at is then when it was last asked about.
ALTER TABLE payment ADD COLUMN unknown_since timestamptz;
UPDATE payment SET unknown_since = created_at WHERE state = 'UNKNOWN';
ALTER TABLE payment ADD CONSTRAINT payment_unknown_since CHECK ((state = 'UNKNOWN') = (unknown_since IS NOT NULL));
CREATE INDEX payment_unknown ON payment (unknown_since) WHERE state = 'UNKNOWN';
