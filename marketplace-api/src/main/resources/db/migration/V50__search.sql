-- Where a cooperative delivers. No row: everywhere. version is part of its products' document version.
CREATE TABLE delivery_area (
    organisation_id uuid PRIMARY KEY REFERENCES organisation,
    provinces       text[] NOT NULL CHECK (cardinality(provinces) <= 40), -- empty: everywhere
    version         bigint NOT NULL DEFAULT 1
);
GRANT SELECT, INSERT, UPDATE ON delivery_area TO marketplace_app;

-- Keyword search while Elasticsearch is down goes by the reading: trigrams of Chinese characters would need three of
-- them, and most names of produce have two.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE FUNCTION spaced_reading(pinyin text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT
    RETURN ' ' || replace(pinyin, ';', ' ') || ' ';
CREATE INDEX product_reading ON product USING gin (spaced_reading(pinyin) gin_trgm_ops) WHERE listed;
CREATE INDEX product_county ON product (county_code) WHERE listed; -- the places in such a search
CREATE INDEX product_price_per_kg ON product (((price_fen * 1000 / net_weight_grams)::float8), id DESC) WHERE listed;
