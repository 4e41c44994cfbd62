-- What a buyer must know to receive and keep produce. Empty, or no days: the cooperative has not said.
ALTER TABLE product
    ADD COLUMN packaging       text     NOT NULL DEFAULT '' CHECK (length(packaging) <= 40),
    ADD COLUMN storage         text     NOT NULL DEFAULT '' CHECK (length(storage) <= 100),
    ADD COLUMN shelf_life_days smallint CHECK (shelf_life_days BETWEEN 1 AND 3650),
    ADD COLUMN township        text     NOT NULL DEFAULT '' CHECK (length(township) <= 40);
