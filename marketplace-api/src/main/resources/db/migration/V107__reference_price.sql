-- Wholesale prices from outside: one a kind of produce and month, loaded from a file.
CREATE TABLE market_price (
    item       text   NOT NULL,
    month      date   NOT NULL,
    fen_per_kg bigint NOT NULL CHECK (fen_per_kg > 0),
    market     text   NOT NULL,
    source     text   NOT NULL,
    PRIMARY KEY (item, month)
);

-- Names of produce that a product's name may end with. Without an item there is no price, and the name keeps a shorter
-- one that ends it from being taken for it.
CREATE TABLE market_price_name (
    name text PRIMARY KEY CHECK (length(name) > 1),
    item text
);

-- What was paid for a kilogram: a row for every order line that was accepted and paid in full, written by the
-- transaction that paid it.
CREATE TABLE paid_price (
    order_id      uuid        NOT NULL,
    line          smallint    NOT NULL,
    category_code text        NOT NULL REFERENCES category,
    grade         text        NOT NULL,
    fen_per_kg    bigint      NOT NULL CHECK (fen_per_kg >= 0),
    grams         bigint      NOT NULL CHECK (grams > 0),
    paid_at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, line)
);
-- The latest sales of a category and grade are read from it alone.
CREATE INDEX paid_price_latest ON paid_price (category_code, grade, paid_at DESC) INCLUDE (fen_per_kg);
CREATE TRIGGER paid_price_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON paid_price
    FOR EACH STATEMENT EXECUTE FUNCTION price_is_append_only();

-- What was paid before this table was there.
INSERT INTO paid_price (order_id, line, category_code, grade, fen_per_kg, grams, paid_at)
SELECT l.order_id, l.line, l.category_code, l.grade, l.price_fen * 1000 / l.unit_grams, l.accepted_grams,
       (SELECT max(e.at) FROM order_event e WHERE e.order_id = l.order_id AND e.action IN ('PAY', 'ACCEPT', 'REFUND', 'INVOICE'))
FROM order_line l JOIN purchase_order o ON o.id = l.order_id
WHERE o.state IN ('PAID', 'SETTLED') AND l.accepted_grams > 0;

GRANT SELECT ON market_price, market_price_name TO marketplace_app;
GRANT SELECT, INSERT ON paid_price TO marketplace_app;
