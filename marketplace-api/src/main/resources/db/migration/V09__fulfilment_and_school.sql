CREATE SEQUENCE lot_number;

-- What left the cooperative for one order line.
CREATE TABLE lot (
    id         uuid PRIMARY KEY DEFAULT uuidv7(),
    number     text        NOT NULL UNIQUE,
    order_id   uuid        NOT NULL,
    line       smallint    NOT NULL,
    grams      bigint      NOT NULL CHECK (grams > 0),
    shipped_at timestamptz NOT NULL,
    FOREIGN KEY (order_id, line) REFERENCES order_line
);
CREATE INDEX lot_order ON lot (order_id);

-- Milligrams a pupil should get at one meal (WS/T 554-2017); milligrams because salt is given in half grams.
CREATE TABLE meal_standard (
    meal       text    NOT NULL CHECK (meal IN ('BREAKFAST', 'LUNCH')),
    food_group text    NOT NULL,
    age_group  text    NOT NULL CHECK (age_group IN ('6-8', '9-11', '12-14', '15-17')),
    min_mg     bigint  NOT NULL CHECK (min_mg > 0),
    max_mg     bigint  NOT NULL CHECK (max_mg >= min_mg),
    doubtful   boolean NOT NULL DEFAULT false,
    sort       smallint NOT NULL,
    PRIMARY KEY (meal, food_group, age_group)
);

CREATE TABLE school_week (
    organisation_id uuid     NOT NULL REFERENCES organisation,
    week_start      date     NOT NULL CHECK (extract(isodow FROM week_start) = 1),
    school_days     smallint NOT NULL CHECK (school_days BETWEEN 0 AND 7),
    PRIMARY KEY (organisation_id, week_start)
);

CREATE TABLE head_count (
    organisation_id uuid NOT NULL,
    week_start      date NOT NULL,
    age_group       text NOT NULL CHECK (age_group IN ('6-8', '9-11', '12-14', '15-17')),
    pupils          int  NOT NULL CHECK (pupils BETWEEN 0 AND 20000),
    PRIMARY KEY (organisation_id, week_start, age_group),
    FOREIGN KEY (organisation_id, week_start) REFERENCES school_week
);

GRANT USAGE ON SEQUENCE lot_number TO marketplace_app;
GRANT SELECT, INSERT ON lot TO marketplace_app;
GRANT SELECT ON meal_standard TO marketplace_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON school_week, head_count TO marketplace_app;
