-- A recall looks for the lots of a product by day, among all that were ever shipped.
ALTER TABLE lot ADD COLUMN product_id uuid REFERENCES product;
UPDATE lot SET product_id = ol.product_id FROM order_line ol WHERE ol.order_id = lot.order_id AND ol.line = lot.line;
ALTER TABLE lot ALTER COLUMN product_id SET NOT NULL;
CREATE INDEX lot_product ON lot (product_id, shipped_at);

-- A dish cooked by a canteen on a day, with the pupils it was cooked for.
CREATE TABLE meal (
    id              uuid PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    day             date        NOT NULL,
    dish_code       text        NOT NULL REFERENCES dish,
    servings        int         NOT NULL CHECK (servings BETWEEN 0 AND 100000),
    noted_by        uuid        NOT NULL REFERENCES person,
    noted_at        timestamptz NOT NULL,
    UNIQUE (organisation_id, day, dish_code)
);

-- So much of a lot went into a meal. Only added; a wrong one is corrected and stays visible.
CREATE TABLE meal_lot (
    id           uuid PRIMARY KEY,
    meal_id      uuid        NOT NULL REFERENCES meal,
    lot_id       uuid        NOT NULL REFERENCES lot,
    grams        bigint      NOT NULL CHECK (grams > 0),
    noted_by     uuid        NOT NULL REFERENCES person,
    noted_at     timestamptz NOT NULL,
    corrected_by uuid        REFERENCES person,
    corrected_at timestamptz,
    CHECK ((corrected_by IS NULL) = (corrected_at IS NULL))
);
CREATE INDEX meal_lot_meal ON meal_lot (meal_id);
CREATE INDEX meal_lot_lot ON meal_lot (lot_id);

-- What was thrown away of a lot before it was cooked.
CREATE TABLE lot_disposal (
    id       uuid PRIMARY KEY,
    lot_id   uuid        NOT NULL REFERENCES lot,
    grams    bigint      NOT NULL CHECK (grams > 0),
    reason   text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    noted_by uuid        NOT NULL REFERENCES person,
    noted_at timestamptz NOT NULL
);
CREATE INDEX lot_disposal_lot ON lot_disposal (lot_id);

CREATE SEQUENCE sample_number;

-- A retained sample (留样): at least 125 g of a dish, chilled for at least 48 hours.
CREATE TABLE retained_sample (
    id          uuid PRIMARY KEY,
    number      text        NOT NULL UNIQUE,
    meal_id     uuid        NOT NULL REFERENCES meal,
    grams       int         NOT NULL CHECK (grams BETWEEN 1 AND 5000),
    taken_by    uuid        NOT NULL REFERENCES person,
    taken_at    timestamptz NOT NULL,
    keep_until  timestamptz NOT NULL CHECK (keep_until > taken_at),
    disposed_by uuid        REFERENCES person,
    disposed_at timestamptz CHECK (disposed_at >= keep_until),
    CHECK ((disposed_by IS NULL) = (disposed_at IS NULL))
);
CREATE INDEX retained_sample_meal ON retained_sample (meal_id);

CREATE SEQUENCE recall_number;

-- Lots of a product that shall not be eaten.
CREATE TABLE recall (
    id           uuid PRIMARY KEY,
    number       text        NOT NULL UNIQUE,
    product_id   uuid        NOT NULL REFERENCES product,
    shipped_from date        NOT NULL,
    shipped_to   date        NOT NULL CHECK (shipped_to >= shipped_from),
    reason       text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    opened_by    uuid        NOT NULL REFERENCES person,
    opened_at    timestamptz NOT NULL
);
CREATE INDEX recall_product ON recall (product_id);

CREATE TABLE recall_lot (
    recall_id uuid NOT NULL REFERENCES recall,
    lot_id    uuid NOT NULL REFERENCES lot,
    PRIMARY KEY (recall_id, lot_id)
);
CREATE INDEX recall_lot_lot ON recall_lot (lot_id);

-- What a buyer of recalled lots did about them.
CREATE TABLE recall_answer (
    recall_id       uuid        NOT NULL REFERENCES recall,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    note            text        NOT NULL CHECK (length(note) BETWEEN 1 AND 500),
    answered_by     uuid        NOT NULL REFERENCES person,
    answered_at     timestamptz NOT NULL,
    PRIMARY KEY (recall_id, organisation_id)
);

-- What is left of a lot: accepted, less what went into meals or was thrown away; and never more than is left of its order
-- line, of which goods may have gone back to the cooperative.
CREATE FUNCTION lot_left(wanted uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
    WITH own AS (SELECT order_id, line FROM lot WHERE id = wanted),
    each AS (
        SELECT l.id, coalesce(a.grams, 0)
               - coalesce((SELECT sum(m.grams) FROM meal_lot m WHERE m.lot_id = l.id AND m.corrected_at IS NULL), 0)
               - coalesce((SELECT sum(d.grams) FROM lot_disposal d WHERE d.lot_id = l.id), 0) AS grams
        FROM own JOIN lot l USING (order_id, line)
        LEFT JOIN line_weight a ON a.order_id = l.order_id AND a.line = l.line AND a.shipment = l.shipment
                               AND a.kind = 'ACCEPTED')
    SELECT greatest(0, least((SELECT grams FROM each WHERE id = wanted),
                             (SELECT sum(grams) FROM each)
                             - coalesce((SELECT sum(w.grams) FROM own JOIN line_weight w USING (order_id, line)
                                         WHERE w.kind = 'RETURNED'), 0)))::bigint
$$;

GRANT USAGE ON SEQUENCE sample_number, recall_number TO marketplace_app;
GRANT SELECT, INSERT ON meal, meal_lot, lot_disposal, retained_sample, recall, recall_lot, recall_answer TO marketplace_app;
GRANT UPDATE (servings) ON meal TO marketplace_app; -- where nobody was counted yet
GRANT UPDATE (corrected_by, corrected_at) ON meal_lot TO marketplace_app;
GRANT UPDATE (disposed_by, disposed_at) ON retained_sample TO marketplace_app;
