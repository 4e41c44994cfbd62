-- What was done on the land for a product (生产记录). Appended only; a wrong record is corrected by a further one.
CREATE TABLE farm_record (
    id            uuid PRIMARY KEY,
    product_id    uuid        NOT NULL REFERENCES product,
    corrects      uuid        UNIQUE,
    plot          text        NOT NULL CHECK (length(plot) BETWEEN 1 AND 40),
    done_on       date        NOT NULL,
    operation     text        NOT NULL CHECK (operation IN ('SOWING', 'FERTILISING', 'PESTICIDE', 'IRRIGATION',
                                                            'FEEDING', 'VETERINARY', 'HARVEST', 'OTHER')),
    input         text        NOT NULL CHECK (length(input) <= 60),
    source        text        NOT NULL CHECK (length(source) <= 60),
    amount        text        NOT NULL CHECK (length(amount) <= 40),
    interval_days smallint    CHECK (interval_days BETWEEN 0 AND 365),
    note          text        NOT NULL CHECK (length(note) <= 200),
    person_id     uuid        NOT NULL REFERENCES person,
    recorded_at   timestamptz NOT NULL,
    CHECK ((interval_days IS NOT NULL) = (operation IN ('PESTICIDE', 'VETERINARY'))),
    CHECK (operation NOT IN ('PESTICIDE', 'VETERINARY') OR input <> ''),
    UNIQUE (product_id, id),
    FOREIGN KEY (product_id, corrects) REFERENCES farm_record (product_id, id)
);
CREATE INDEX farm_record_product ON farm_record (product_id, done_on DESC); -- a product's page

GRANT SELECT, INSERT ON farm_record TO marketplace_app;
