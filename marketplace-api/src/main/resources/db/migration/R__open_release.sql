-- An order as an OCDS 1.1.5 release: organisations, goods and money; no person, no address to deliver to, no note.
CREATE OR REPLACE FUNCTION ocds_moment(moment timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT to_char(moment AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')
$$;

CREATE OR REPLACE FUNCTION ocds_value(fen bigint) RETURNS json LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT json_build_object('amount', round(fen / 100.0, 2), 'currency', 'CNY')
$$;

CREATE OR REPLACE FUNCTION ocds_party(organisation organisation, roles text[]) RETURNS json LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT json_build_object(
        'id', organisation.id, 'name', organisation.name, 'roles', to_json(roles),
        'identifier', CASE WHEN organisation.credit_code IS NOT NULL THEN json_build_object(
            'scheme', 'CN-USCC', 'id', organisation.credit_code, 'legalName', organisation.name) END,
        'address', (SELECT json_build_object('region', d.province, 'locality', d.name, 'countryName', '中国')
                    FROM division d WHERE d.code = organisation.county_code))
$$;

CREATE OR REPLACE FUNCTION ocds_release(wanted uuid, nth int, prefix text, moment timestamptz)
    RETURNS text LANGUAGE sql STABLE AS $$
    WITH o AS (
        SELECT p.*, prefix || '-' || p.number AS ocid, b AS buyer, s AS supplier,
               p.state IN ('CANCELLED', 'REJECTED') AS off,
               p.state IN ('ACCEPTED', 'INVOICED', 'PAID', 'SETTLED') AS accepted,
               p.state IN ('PAID', 'SETTLED') AS paid
        FROM purchase_order p JOIN organisation b ON b.id = p.buyer_id JOIN organisation s ON s.id = p.supplier_id
        WHERE p.id = wanted),
    at AS (
        SELECT max(e.at) FILTER (WHERE e.action = 'CONFIRM') AS signed, max(e.at) FILTER (WHERE e.action = 'SHIP') AS shipped,
               max(e.at) FILTER (WHERE e.action IN ('ACCEPT', 'CLOSE')) AS accepted,
               max(e.at) FILTER (WHERE e.to_state = 'PAID') AS paid
        FROM order_event e WHERE e.order_id = wanted),
    item AS (
        SELECT json_agg(json_build_object(
            'id', l.line, 'description', l.name, 'quantity', l.quantity,
            'classification', json_build_object('scheme', 'CN-832-CATEGORY', 'id', l.category_code, 'description', c.name_zh),
            'additionalClassifications', json_build_array(
                json_build_object('scheme', 'GB/T 2260', 'id', l.county_code, 'description', l.county_name)),
            'unit', json_build_object('name', l.unit || ' ' || l.unit_grams || ' g', 'value', ocds_value(l.price_fen)))
            ORDER BY l.line) AS list
        FROM order_line l JOIN category c ON c.code = l.category_code WHERE l.order_id = wanted),
    money AS (
        SELECT json_agg(json_build_object(
            'id', e.id, 'date', ocds_moment(e.booked_at), 'value', ocds_value(-p.amount_fen),
            'payer', json_build_object('id', (o.buyer).id, 'name', (o.buyer).name),
            'payee', json_build_object('id', (o.supplier).id, 'name', (o.supplier).name)) ORDER BY e.id) AS list
        FROM o JOIN ledger_entry e ON e.subject_id = o.id
        JOIN ledger_posting p ON p.entry_id = e.id
        JOIN ledger_account a ON a.id = p.account_id AND a.code = 'payer/' || o.buyer_id || '/purchases'),
    filing AS (
        SELECT f.* FROM o JOIN reserve_filing f ON f.unit_id = o.buyer_id
            AND f.fiscal_year = extract(year FROM o.placed_at AT TIME ZONE 'Asia/Shanghai')
        ORDER BY f.id DESC LIMIT 1)
    SELECT json_strip_nulls(json_build_object(
        'ocid', o.ocid,
        'id', o.ocid || '-' || nth,
        'date', ocds_moment(moment),
        'tag', CASE WHEN nth = 1 THEN '["planning","tender","award","contract"]'::json
                    WHEN o.off THEN '["contractTermination"]'::json
                    WHEN nth = 2 THEN '["implementation"]'::json ELSE '["implementationUpdate"]'::json END,
        'initiationType', 'tender',
        'language', 'zh',
        'parties', json_build_array(
            ocds_party(o.buyer, ARRAY['buyer', 'procuringEntity', 'payer']), ocds_party(o.supplier, ARRAY['supplier', 'payee'])),
        'buyer', json_build_object('id', (o.buyer).id, 'name', (o.buyer).name),
        'planning', (SELECT json_build_object('budget', json_build_object(
                        'id', f.id, 'description', f.fiscal_year || ' 年度预留份额', 'amount', ocds_value(f.reserved_fen)))
                     FROM filing f),
        'tender', json_build_object(
            'id', o.ocid || '-tender', 'title', '消费帮扶订单 ' || o.number, 'status', 'complete',
            'procuringEntity', json_build_object('id', (o.buyer).id, 'name', (o.buyer).name),
            'procurementMethod', 'direct', 'procurementMethodDetails', '平台直接订购', 'mainProcurementCategory', 'goods',
            'value', ocds_value(o.total_fen), 'items', item.list),
        'awards', json_build_array(json_build_object(
            'id', o.ocid || '-award', 'status', CASE WHEN o.off THEN 'cancelled' ELSE 'active' END,
            'date', ocds_moment(at.signed), 'value', ocds_value(o.total_fen), 'items', item.list,
            'suppliers', json_build_array(json_build_object('id', (o.supplier).id, 'name', (o.supplier).name)))),
        'contracts', json_build_array(json_build_object(
            'id', o.ocid || '-contract', 'awardID', o.ocid || '-award',
            'status', CASE WHEN o.off THEN 'cancelled' WHEN o.state = 'SETTLED' THEN 'terminated' ELSE 'active' END,
            'dateSigned', ocds_moment(at.signed), 'value', ocds_value(coalesce(o.accepted_fen, o.total_fen)), 'items', item.list,
            'implementation', json_build_object(
                'transactions', money.list,
                'milestones', json_build_array(
                    json_build_object('id', 'delivery', 'title', '交货', 'type', 'delivery',
                        'status', CASE WHEN o.accepted THEN 'met' WHEN o.off THEN 'notMet'
                                       WHEN at.shipped IS NOT NULL THEN 'partiallyMet' ELSE 'scheduled' END,
                        'dueDate', ocds_moment(o.deliver_on::timestamp AT TIME ZONE 'Asia/Shanghai'),
                        'dateMet', ocds_moment(at.shipped)),
                    json_build_object('id', 'acceptance', 'title', '验收', 'type', 'approval',
                        'status', CASE WHEN o.accepted THEN 'met' WHEN o.off THEN 'notMet' ELSE 'scheduled' END,
                        'dateMet', CASE WHEN o.accepted THEN ocds_moment(at.accepted) END),
                    json_build_object('id', 'payment', 'title', '付款', 'type', 'financing',
                        'status', CASE WHEN o.paid THEN 'met' WHEN o.off THEN 'notMet'
                                       WHEN o.paid_fen > 0 THEN 'partiallyMet' ELSE 'scheduled' END,
                        'dueDate', ocds_moment(o.due_on::timestamp AT TIME ZONE 'Asia/Shanghai'),
                        'dateMet', CASE WHEN o.paid THEN ocds_moment(at.paid) END)))))
        ))::text
    FROM o, at, item, money
$$;
