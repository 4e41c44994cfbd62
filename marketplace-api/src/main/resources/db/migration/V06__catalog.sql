CREATE TABLE category (
    code       text PRIMARY KEY,
    name_zh    text     NOT NULL,
    name_en    text     NOT NULL,
    food_group text,
    sort       smallint NOT NULL
);

CREATE TABLE product (
    id               uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation_id  uuid        NOT NULL REFERENCES organisation,
    county_code      char(6)     NOT NULL REFERENCES division,
    category_code    text        NOT NULL REFERENCES category,
    name             text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    variety          text        NOT NULL DEFAULT '',
    grade            text        NOT NULL DEFAULT '',
    description      text        NOT NULL DEFAULT '' CHECK (length(description) <= 2000),
    unit             text        NOT NULL CHECK (length(unit) BETWEEN 1 AND 8),
    net_weight_grams bigint      NOT NULL CHECK (net_weight_grams BETWEEN 1 AND 1000000),
    price_fen        bigint      NOT NULL CHECK (price_fen BETWEEN 1 AND 100000000),
    season_from      smallint    NOT NULL CHECK (season_from BETWEEN 1 AND 12),
    season_to        smallint    NOT NULL CHECK (season_to BETWEEN 1 AND 12),
    gi_certificate   text,
    listed           boolean     NOT NULL DEFAULT true,
    demo             boolean     NOT NULL DEFAULT false,
    version          bigint      NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    UNIQUE (organisation_id, name, variety, grade, unit, net_weight_grams)
);
CREATE INDEX product_organisation ON product (organisation_id, id);
CREATE INDEX product_category ON product (category_code) WHERE listed;

-- Apart from product because every order writes it; a narrow row that stays on its page.
CREATE TABLE stock (
    product_id uuid PRIMARY KEY REFERENCES product,
    available  bigint NOT NULL CHECK (available BETWEEN 0 AND 1000000000),
    reserved   bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    sold       bigint NOT NULL DEFAULT 0 CHECK (sold >= 0),
    version    bigint NOT NULL DEFAULT 1
) WITH (fillfactor = 70);

CREATE TABLE price_history (
    product_id uuid        NOT NULL REFERENCES product,
    valid_from timestamptz NOT NULL,
    price_fen  bigint      NOT NULL,
    PRIMARY KEY (product_id, valid_from)
);

-- Outbox of the search index, with the columns Debezium's outbox router expects.
CREATE TABLE catalog_change (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    aggregatetype text        NOT NULL DEFAULT 'product',
    aggregateid   uuid        NOT NULL,
    type          text        NOT NULL DEFAULT 'changed',
    payload       jsonb,
    created_at    timestamptz NOT NULL DEFAULT now()
);

-- Changes no retry can index; an operator sees, corrects and replays them. The number says what was parked after
-- what; a clock may be set back.
CREATE SEQUENCE catalog_parked_number;
CREATE TABLE catalog_change_parked (
    product_id    uuid PRIMARY KEY,
    error         text        NOT NULL,
    parked_at     timestamptz NOT NULL DEFAULT now(),
    parked_number bigint      NOT NULL DEFAULT nextval('catalog_parked_number')
);

-- Which index is live and which is being filled. An indexer reads it FOR SHARE in the transaction that takes
-- changes, a rebuild updates it: so no batch is in flight that does not know of the new index.
CREATE TABLE catalog_index (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    live       text,
    next       text,
    updated_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO catalog_index DEFAULT VALUES;

GRANT SELECT, INSERT, UPDATE ON category, product, stock TO marketplace_app;
GRANT SELECT, INSERT ON price_history TO marketplace_app;
GRANT SELECT, INSERT ON catalog_change TO marketplace_app;
GRANT SELECT, DELETE ON catalog_change_parked TO marketplace_app;
GRANT SELECT ON catalog_index TO marketplace_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON catalog_change, catalog_change_parked TO marketplace_indexer;
GRANT SELECT, UPDATE ON catalog_index TO marketplace_indexer;
GRANT USAGE ON SEQUENCE catalog_parked_number TO marketplace_indexer;
