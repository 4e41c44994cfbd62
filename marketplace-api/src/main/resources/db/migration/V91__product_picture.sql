-- Pictures of products. What was uploaded is not kept, only pictures made from it, so that no place or device is told.
CREATE TABLE product_picture (
    id         uuid PRIMARY KEY,
    product_id uuid        NOT NULL REFERENCES product,
    position   smallint    NOT NULL CHECK (position BETWEEN 1 AND 6), -- the first one is shown in lists
    alt        text        NOT NULL CHECK (length(alt) <= 120),
    created_at timestamptz NOT NULL,
    UNIQUE (product_id, position) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE picture_size (
    picture_id uuid     NOT NULL REFERENCES product_picture ON DELETE CASCADE,
    size       smallint NOT NULL CHECK (size IN (320, 800, 1600)), -- the width it has unless the upload was smaller
    width      smallint NOT NULL CHECK (width BETWEEN 1 AND size),
    height     int      NOT NULL CHECK (height > 0),
    bytes      bigint   NOT NULL CHECK (bytes > 0),
    sha256     char(64) NOT NULL REFERENCES stored_file,
    PRIMARY KEY (picture_id, size)
);
CREATE INDEX picture_size_sha256 ON picture_size (sha256); -- whether bytes are still needed

CREATE OR REPLACE VIEW file_in_use AS
SELECT sha256 FROM attachment
UNION ALL
SELECT sha256 FROM picture_size;

GRANT SELECT, INSERT, DELETE ON product_picture TO marketplace_app;
GRANT UPDATE (position) ON product_picture TO marketplace_app;
GRANT SELECT, INSERT ON picture_size TO marketplace_app;
GRANT SELECT ON product_picture TO marketplace_indexer;
