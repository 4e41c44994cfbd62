-- The compliance certificate (承诺达标合格证) of a lot, as it was issued; never changed. What it says of the product and the
-- producer is copied, so that it says the same when they have changed. Its number is the lot's.
CREATE TABLE lot_certificate (
    lot_id       uuid PRIMARY KEY REFERENCES lot,
    product_id   uuid        NOT NULL REFERENCES product,
    product_name text        NOT NULL,
    quantity     bigint      NOT NULL CHECK (quantity > 0),
    unit         text        NOT NULL,
    grams        bigint      NOT NULL CHECK (grams > 0),
    province     text        NOT NULL,
    county_name  text        NOT NULL,
    producer     text        NOT NULL,
    credit_code  text,
    contact      text        NOT NULL CHECK (length(contact) <= 60),
    basis        text[]      NOT NULL CHECK (cardinality(basis) BETWEEN 1 AND 4 AND basis <@ ARRAY[
                     'SELF_TEST', 'COMMISSIONED_TEST', 'INTERNAL_CONTROL', 'SELF_PROMISE']),
    promises     text[]      NOT NULL CHECK (cardinality(promises) BETWEEN 1 AND 10),
    issued_on    date        NOT NULL
);
CREATE INDEX lot_certificate_product ON lot_certificate (product_id, lot_id DESC); -- the latest lots of a product

GRANT SELECT, INSERT ON lot_certificate TO marketplace_app;
