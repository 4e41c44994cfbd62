-- Two changes at one moment are two prices; the weight says what a kilogram cost; who set it, none for what was there
-- before people could.
ALTER TABLE price_history DROP CONSTRAINT price_history_pkey;
ALTER TABLE price_history ADD COLUMN id uuid, ADD COLUMN net_weight_grams bigint, ADD COLUMN set_by uuid REFERENCES person;
UPDATE price_history h
SET id = uuidv7(h.valid_from - clock_timestamp()), net_weight_grams = p.net_weight_grams
FROM product p WHERE p.id = h.product_id;
ALTER TABLE price_history
    ALTER COLUMN id SET DEFAULT uuidv7(),
    ALTER COLUMN net_weight_grams SET NOT NULL,
    ADD PRIMARY KEY (id),
    ADD CHECK (price_fen > 0 AND net_weight_grams > 0);
CREATE INDEX price_history_product ON price_history (product_id, valid_from, id);

CREATE TRIGGER price_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_history
    FOR EACH STATEMENT EXECUTE FUNCTION price_is_append_only();

-- Why a price lies above the ceiling, and the reference price it was held against; none where nothing was known.
ALTER TABLE price_history
    ADD COLUMN reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
    ADD COLUMN reference_fen_per_kg bigint CHECK (reference_fen_per_kg >= 0);
ALTER TABLE price_offer
    ADD COLUMN reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
    ADD COLUMN reference_fen_per_kg bigint CHECK (reference_fen_per_kg >= 0);

-- Every price with its time: a product's own until the next one, an offer until its last day or its end.
CREATE VIEW price_period AS
SELECT h.id, h.product_id, 'ANY' AS buyer_kind, 0::bigint AS min_grams, h.price_fen * 1000 / h.net_weight_grams AS fen_per_kg,
       h.price_fen, h.valid_from,
       lead(h.valid_from) OVER (PARTITION BY h.product_id ORDER BY h.valid_from, h.id) AS valid_until,
       h.set_by, NULL::uuid AS offer_id, h.reason, h.reference_fen_per_kg
FROM price_history h
UNION ALL
SELECT o.id, o.product_id, o.buyer_kind, o.min_grams, o.fen_per_kg, NULL, lower(o.period), upper(o.period), o.set_by, o.id, o.reason,
       o.reference_fen_per_kg
FROM price_offer o
WHERE NOT isempty(o.period);

GRANT SELECT ON price_period TO marketplace_app;
