-- The one definition of "may be sold now" (this file runs before R__catalog_document.sql, which uses it).

-- Whether a certificate of the second category covers produce of the first: it is that category or lies below it. For a
-- few rows; a query over many joins category and asks certified = ANY(path), which needs no look-up for each.
CREATE OR REPLACE FUNCTION category_is_within(category text, certified text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT EXISTS (SELECT FROM category c WHERE c.code = category_is_within.category AND certified = ANY(c.path))
$$;

-- When a cooperative may sell produce of a category: while its supplier and its product certificate are both approved,
-- not suspended, not revoked, and run. number is that of the product certificate.
CREATE OR REPLACE VIEW certified_period AS
SELECT p.organisation_id,
       p.category_code,
       p.id AS certificate_id,
       p.number,
       greatest(p.valid_from, s.valid_from) AS valid_from,
       least(p.valid_until, s.valid_until) AS valid_until
FROM certificate p
JOIN certificate s ON s.organisation_id = p.organisation_id AND s.kind = 'SUPPLIER' AND s.state = 'IN_FORCE'
                  AND s.valid_from < p.valid_until AND p.valid_from < s.valid_until
WHERE p.kind = 'PRODUCT' AND p.state = 'IN_FORCE';

-- The product certificate under which produce of a category may be sold at a moment; no row: it may not. Of several the
-- one of the nearest category above, whose season capacity it then draws on; of one category's the one that lasts longest.
CREATE OR REPLACE FUNCTION certificate_in_force(organisation uuid, category text, moment timestamptz)
    RETURNS TABLE (certificate_id uuid, category_code text, number text, valid_until timestamptz)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT c.certificate_id, c.category_code, c.number, c.valid_until
    FROM category k
    JOIN certified_period c ON c.category_code = ANY(k.path)
    WHERE k.code = certificate_in_force.category AND c.organisation_id = organisation
      AND c.valid_from <= moment AND c.valid_until > moment
    ORDER BY array_position(k.path, c.category_code) DESC, c.valid_until DESC, c.number
    LIMIT 1
$$;

GRANT SELECT ON certified_period TO marketplace_app, marketplace_indexer;
