-- An order whose lines leave in parts is PARTLY_SHIPPED until the rest has left or is closed short.
ALTER TABLE purchase_order DROP CONSTRAINT purchase_order_state_check;
ALTER TABLE purchase_order ADD CONSTRAINT purchase_order_state_check
    CHECK (state IN ('DRAFT', 'PLACED', 'CONFIRMED', 'PARTLY_SHIPPED', 'SHIPPED', 'ACCEPTED', 'INVOICED', 'PAID', 'SETTLED',
                     'CANCELLED', 'REJECTED'));

-- What became of the weight of an order line. Rows are only added; what was ordered stands in the line itself.
-- SHIPPED, WEIGHED, ACCEPTED and REFUSED belong to a shipment (1, 2, … of its order), the others to the whole line.
-- The key lets nothing happen twice to a line of a shipment.
CREATE TABLE line_weight (
    order_id        uuid        NOT NULL,
    line            smallint    NOT NULL,
    shipment        smallint    NOT NULL CHECK (shipment BETWEEN 0 AND 1000),
    kind            text        NOT NULL CHECK (kind IN ('SHIPPED', 'CLOSED', 'WEIGHED', 'ACCEPTED', 'REFUSED', 'INVOICED',
                                                         'PAID')),
    packages        bigint      NOT NULL DEFAULT 0 CHECK (packages >= 0),
    grams           bigint      NOT NULL CHECK (grams >= 0),
    reason          text        NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
    organisation_id uuid        REFERENCES organisation, -- none: the platform
    at              timestamptz NOT NULL,
    PRIMARY KEY (order_id, line, shipment, kind),
    FOREIGN KEY (order_id, line) REFERENCES order_line,
    CHECK ((shipment > 0) = (kind IN ('SHIPPED', 'WEIGHED', 'ACCEPTED', 'REFUSED'))),
    CHECK ((packages > 0) = (kind IN ('SHIPPED', 'CLOSED')))
);

-- What happened before this table was there: every order left and was accepted as a whole.
INSERT INTO line_weight (order_id, line, shipment, kind, packages, grams, organisation_id, at)
SELECT l.order_id, l.line, 1, 'SHIPPED', ol.quantity, l.grams, o.supplier_id, l.shipped_at
FROM lot l
JOIN order_line ol ON ol.order_id = l.order_id AND ol.line = l.line
JOIN purchase_order o ON o.id = l.order_id;

INSERT INTO line_weight (order_id, line, shipment, kind, grams, organisation_id, at)
SELECT w.order_id, w.line, 1, k.kind, ol.accepted_grams, o.buyer_id,
       coalesce((SELECT min(e.at) FROM order_event e WHERE e.order_id = w.order_id AND e.action = 'ACCEPT'), w.at)
FROM line_weight w
JOIN order_line ol ON ol.order_id = w.order_id AND ol.line = w.line AND ol.accepted_grams IS NOT NULL
JOIN purchase_order o ON o.id = w.order_id
CROSS JOIN (VALUES ('WEIGHED'), ('ACCEPTED')) AS k (kind);

ALTER TABLE lot ADD COLUMN shipment smallint NOT NULL DEFAULT 1 CHECK (shipment BETWEEN 1 AND 1000);
ALTER TABLE lot ADD UNIQUE (order_id, line, shipment);

-- An order closed short gives back a part of what it has drawn.
ALTER TABLE season_draw ADD COLUMN given_back_grams bigint NOT NULL DEFAULT 0 CHECK (given_back_grams BETWEEN 0 AND grams);

GRANT SELECT, INSERT ON line_weight TO marketplace_app;
