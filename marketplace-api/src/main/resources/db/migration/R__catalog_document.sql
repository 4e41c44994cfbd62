-- The search document. version only ever grows: every change of what a document shows adds to product.version,
-- stock.version or delivery_area.version. Withdrawn products stay as documents with listed = false, so that a late
-- write of an older version can never bring one back.
-- It is json and not jsonb, joins and not subqueries: an indexer reads 400,000 in a row and only passes them on. Each is
-- one line, as _bulk wants it: json_agg would break lines.
DROP VIEW IF EXISTS catalog_document;
CREATE VIEW catalog_document AS
SELECT p.id,
       p.version + s.version + coalesce(delivery.version, 0) AS version,
       json_build_object(
           'id', p.id,
           'name', p.name,
           'pinyin', string_to_array(p.pinyin, ';'),
           'initials', string_to_array(p.initials, ';'),
           'variety', p.variety,
           'grade', p.grade,
           'description', p.description,
           'categoryCode', c.code,
           'categoryName', c.name_zh,
           'categoryPath', c.path,
           'categoryNames', branch.names,
           'countyCode', p.county_code,
           'countyName', d.name,
           'township', p.township,
           'prefecture', d.prefecture,
           'province', d.province,
           'location', CASE WHEN d.longitude IS NOT NULL
                            THEN json_build_object('lon', d.longitude, 'lat', d.latitude) END,
           'organisationId', o.id,
           'organisationName', o.name,
           'unit', p.unit,
           'netWeightGrams', p.net_weight_grams,
           'priceFen', p.price_fen,
           'pricePerKgFen', p.price_fen * 1000 / p.net_weight_grams,
           'seasonMonths', ('{1,2,3,4,5,6,7,8,9,10,11,12,1,2,3,4,5,6,7,8,9,10,11,12}'::int[])
               [p.season_from : p.season_to + CASE WHEN p.season_from <= p.season_to THEN 0 ELSE 12 END],
           'giCertificate', p.gi_certificate,
           'available', s.available,
           'listed', p.listed,
           'certified', cert.ranges,
           'certifiedTurns', cert.turns,
           'certificates', cert.certificates,
           'certificateKinds', array_remove(ARRAY[
               CASE WHEN cert.ranges IS NOT NULL THEN 'SUPPLIER' END,
               CASE WHEN cert.ranges IS NOT NULL THEN 'PRODUCT' END,
               CASE WHEN p.gi_certificate IS NOT NULL THEN 'GEOGRAPHICAL_INDICATION' END], NULL),
           'deliveryProvinces', CASE WHEN cardinality(delivery.provinces) > 0 THEN delivery.provinces
                                     ELSE '{*}' END,
           'picture', (SELECT picture.id FROM product_picture picture
                       WHERE picture.product_id = p.id AND picture.position = 1),
           'demo', p.demo,
           'createdAt', p.created_at
       ) AS document
FROM product p
JOIN stock s ON s.product_id = p.id
JOIN category c ON c.code = p.category_code
CROSS JOIN LATERAL (SELECT array_agg(k.name_zh ORDER BY cardinality(k.path)) AS names
                    FROM category k WHERE k.code = ANY(c.path)) branch
JOIN division d ON d.code = p.county_code
JOIN organisation o ON o.id = p.organisation_id
LEFT JOIN delivery_area delivery ON delivery.organisation_id = o.id
-- All periods, later ones too: search compares them with its own clock, so that what ends or begins needs no write. Of
-- those that cover a moment the first is the one that certificate_in_force answers.
CROSS JOIN LATERAL (
    SELECT array_agg(json_build_object('gte', valid_from, 'lt', valid_until)) AS ranges,
           array_agg(valid_from) || array_agg(valid_until) AS turns, -- when search has to look again
           array_agg(json_build_object('number', number, 'from', valid_from, 'until', valid_until)
                     ORDER BY array_position(c.path, period.category_code) DESC, valid_until DESC, number) AS certificates
    FROM certified_period period
    WHERE period.organisation_id = p.organisation_id AND period.category_code = ANY(c.path)) cert;

GRANT SELECT ON catalog_document TO marketplace_app, marketplace_indexer;
