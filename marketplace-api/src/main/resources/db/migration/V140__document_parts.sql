-- What the search document needs of every product is kept ready: a rebuild reads it of 400,000 in a row.
ALTER TABLE product ADD COLUMN initials text
    GENERATED ALWAYS AS (regexp_replace(pinyin, '([^ ;])[^ ;]*', '\1', 'g')) STORED;

-- Of an organisation's certificates, most of which are applications or over, those that count.
CREATE INDEX certificate_that_counts ON certificate (organisation_id, kind) WHERE state = 'IN_FORCE';
