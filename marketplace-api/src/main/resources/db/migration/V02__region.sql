-- Every county-level division of today, by its six-digit code (GB/T 2260). Coordinates are GCJ-02.
CREATE TABLE division (
    code       char(6) PRIMARY KEY CHECK (code ~ '^[0-9]{6}$'),
    province   text NOT NULL,
    prefecture text NOT NULL,
    name       text NOT NULL,
    longitude  double precision,
    latitude   double precision
);

-- The 832 former national-level poor counties as they were listed, one row an entry: an entry may have
-- no code of its own today (大柴旦行委), and two entries may since have become one division (冷湖, 茫崖).
CREATE TABLE listed_county (
    entry              smallint PRIMARY KEY,
    code               char(6) REFERENCES division,
    code_at_exit       char(6),
    province           text     NOT NULL,
    prefecture         text,
    name               text     NOT NULL,
    listed_name        text     NOT NULL,
    exit_year          smallint NOT NULL CHECK (exit_year BETWEEN 2016 AND 2020),
    supervised_2020    boolean  NOT NULL,
    deep_poverty_area  text,
    longitude          double precision,
    latitude           double precision
);
CREATE INDEX listed_county_code ON listed_county (code);

-- Metres over the great circle between two divisions; null where one has no coordinate.
CREATE FUNCTION division_distance_metres(lon1 double precision, lat1 double precision,
                                         lon2 double precision, lat2 double precision)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT AS $$
    SELECT round(2 * 6371000 * asin(least(1, sqrt(
        power(sin(radians(lat2 - lat1) / 2), 2)
        + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2)))))::bigint
$$;

GRANT SELECT ON division, listed_county TO marketplace_app;
GRANT SELECT ON division, listed_county TO marketplace_indexer;
