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

-- The search document. version only ever grows: every change of what a document shows adds to
-- product.version or stock.version. Withdrawn products stay as documents with listed = false, so that a
-- late write of an older version can never bring one back.
CREATE VIEW catalog_document AS
SELECT p.id,
       p.version + s.version AS version,
       jsonb_build_object(
           'id', p.id,
           'name', p.name,
           'variety', p.variety,
           'grade', p.grade,
           'description', p.description,
           'categoryCode', c.code,
           'categoryName', c.name_zh,
           'countyCode', p.county_code,
           'countyName', d.name,
           'prefecture', d.prefecture,
           'province', d.province,
           'location', CASE WHEN d.longitude IS NOT NULL
                            THEN jsonb_build_object('lon', d.longitude, 'lat', d.latitude) END,
           'organisationId', o.id,
           'organisationName', o.name,
           'unit', p.unit,
           'netWeightGrams', p.net_weight_grams,
           'priceFen', p.price_fen,
           'pricePerKgFen', p.price_fen * 1000 / p.net_weight_grams,
           'seasonMonths', (SELECT jsonb_agg(m) FROM generate_series(1, 12) m
                            WHERE CASE WHEN p.season_from <= p.season_to
                                       THEN m BETWEEN p.season_from AND p.season_to
                                       ELSE m >= p.season_from OR m <= p.season_to END),
           'giCertificate', p.gi_certificate,
           'available', s.available,
           'listed', p.listed,
           'certificateNumber', cert.number,
           'certifiedFrom', cert.valid_from,
           'certifiedUntil', cert.valid_until,
           'demo', p.demo,
           'createdAt', p.created_at
       ) AS document
FROM product p
JOIN stock s ON s.product_id = p.id
JOIN category c ON c.code = p.category_code
JOIN division d ON d.code = p.county_code
JOIN organisation o ON o.id = p.organisation_id
LEFT JOIN certificate cert ON cert.organisation_id = o.id AND cert.state = 'IN_FORCE';

GRANT SELECT, INSERT, UPDATE ON category, product, stock TO marketplace_app;
GRANT SELECT, INSERT ON price_history TO marketplace_app;
GRANT SELECT, INSERT ON catalog_change TO marketplace_app;
GRANT SELECT, DELETE ON catalog_change_parked TO marketplace_app;
GRANT SELECT ON catalog_index, catalog_document TO marketplace_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON catalog_change, catalog_change_parked TO marketplace_indexer;
GRANT SELECT, UPDATE ON catalog_index TO marketplace_indexer;
GRANT USAGE ON SEQUENCE catalog_parked_number TO marketplace_indexer;
GRANT SELECT ON catalog_document TO marketplace_indexer;
