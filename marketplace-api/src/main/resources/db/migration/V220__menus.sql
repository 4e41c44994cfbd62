-- The dish library (data/dishes.csv, data/ingredients.csv). What dishes are made of is read from the files; the tables
-- hold what other tables refer to and what products are found by.
CREATE TABLE ingredient (
    code          text PRIMARY KEY,
    name          text   NOT NULL,
    name_en       text   NOT NULL,
    category_code text REFERENCES category,     -- none: the marketplace does not sell it
    patterns      text[] NOT NULL CHECK (cardinality(patterns) > 0), -- a product of the category with such a name serves it
    others        text[] NOT NULL               -- unless its name is like one of these
);
CREATE INDEX ingredient_category ON ingredient (category_code);

CREATE TABLE dish (
    code    text PRIMARY KEY,
    name    text NOT NULL UNIQUE,
    name_en text NOT NULL
);

-- What a canteen serves for lunch.
CREATE TABLE menu_dish (
    organisation_id uuid     NOT NULL REFERENCES organisation,
    day             date     NOT NULL,
    sort            smallint NOT NULL CHECK (sort BETWEEN 1 AND 20),
    dish_code       text     NOT NULL REFERENCES dish,
    PRIMARY KEY (organisation_id, day, dish_code)
);

-- What is in a canteen's store room, as it was last counted.
CREATE TABLE store_room (
    organisation_id uuid        NOT NULL REFERENCES organisation,
    ingredient_code text        NOT NULL REFERENCES ingredient,
    grams           bigint      NOT NULL CHECK (grams BETWEEN 1 AND 1000000000),
    counted_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, ingredient_code)
);

-- A line of a plan is about a food group or, where there is a menu, about one ingredient.
ALTER TABLE week_plan_line ADD COLUMN ingredient text REFERENCES ingredient;
ALTER TABLE week_choice ADD COLUMN ingredient text REFERENCES ingredient;
ALTER TABLE week_choice DROP CONSTRAINT week_choice_pkey;
CREATE UNIQUE INDEX week_choice_line ON week_choice (school_id, food_group, ingredient, day) NULLS NOT DISTINCT;

GRANT SELECT ON ingredient, dish TO marketplace_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON menu_dish, store_room TO marketplace_app;
