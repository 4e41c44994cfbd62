CREATE EXTENSION IF NOT EXISTS btree_gist; -- trusted: the owner of the database may

-- A price beside a product's own: for a kind of buyer, from a quantity on, for a time. Never edited, only ended.
CREATE TABLE price_offer (
    id          uuid PRIMARY KEY,
    product_id  uuid        NOT NULL REFERENCES product,
    buyer_kind  text        NOT NULL CHECK (buyer_kind IN ('ANY', 'PROCUREMENT', 'SCHOOL')),
    min_grams   bigint      NOT NULL CHECK (min_grams BETWEEN 0 AND 1000000000),
    fen_per_kg  bigint      NOT NULL CHECK (fen_per_kg BETWEEN 1 AND 100000000),
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz CHECK (valid_until > valid_from),
    set_by      uuid        NOT NULL REFERENCES person,
    set_at      timestamptz NOT NULL,
    ended_by    uuid        REFERENCES person,
    ended_at    timestamptz,
    period      tstzrange   NOT NULL GENERATED ALWAYS AS (tstzrange(valid_from,
                    CASE WHEN coalesce(valid_until, ended_at) IS NOT NULL
                         THEN greatest(valid_from, least(valid_until, ended_at)) END)) STORED,
    CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
    CHECK (buyer_kind <> 'ANY' OR min_grams > 0), -- that would be the product's own price
    -- One price for a buyer, a quantity and a moment. Also finds a product's offers.
    CONSTRAINT price_offer_overlaps EXCLUDE USING gist (product_id WITH =, buyer_kind WITH =, min_grams WITH =, period WITH &&)
);

-- What was ever valid stays: the one thing that may happen to an offer is its end.
CREATE FUNCTION price_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'prices are append-only: end the offer and make another one'
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER price_offer_append_only BEFORE DELETE OR TRUNCATE ON price_offer
    FOR EACH STATEMENT EXECUTE FUNCTION price_is_append_only();
CREATE TRIGGER price_offer_only_ends BEFORE UPDATE ON price_offer
    FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL
                       OR (OLD.id, OLD.product_id, OLD.buyer_kind, OLD.min_grams, OLD.fen_per_kg, OLD.valid_from, OLD.set_by, OLD.set_at)
                          IS DISTINCT FROM
                          (NEW.id, NEW.product_id, NEW.buyer_kind, NEW.min_grams, NEW.fen_per_kg, NEW.valid_from, NEW.set_by, NEW.set_at)
                       OR OLD.valid_until IS DISTINCT FROM NEW.valid_until)
    EXECUTE FUNCTION price_is_append_only();

-- The offers of a product in force at a moment for a kind of buyer, as PriceTiers reads them.
CREATE FUNCTION price_tiers(product uuid, kind text, moment timestamptz)
    RETURNS TABLE (tiers text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(concat_ws(' ', o.buyer_kind, o.min_grams, o.fen_per_kg, o.id), ';'), '')
    FROM price_offer o
    WHERE o.product_id = product AND o.buyer_kind IN ('ANY', kind) AND o.period @> moment
$$;

-- Which offer the price of a line was, none for the product's own; and the grade that was ordered.
ALTER TABLE order_line ADD COLUMN offer_id uuid REFERENCES price_offer;
ALTER TABLE order_line ADD COLUMN grade text NOT NULL DEFAULT '';

GRANT SELECT, INSERT, UPDATE (ended_by, ended_at) ON price_offer TO marketplace_app;
