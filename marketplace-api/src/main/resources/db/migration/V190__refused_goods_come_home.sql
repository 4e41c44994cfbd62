-- What became of goods that were refused on receiving: RESTOCKED are the packages that can be sold again, WRITTEN_OFF the rest
-- of the weight. Both belong to the shipment that was refused, so that the key books them once.
ALTER TABLE line_weight DROP CONSTRAINT line_weight_kind_check, DROP CONSTRAINT line_weight_shipment_of_kind,
    DROP CONSTRAINT line_weight_packages_of_kind;
ALTER TABLE line_weight
    ADD CONSTRAINT line_weight_kind_check
        CHECK (kind IN ('SHIPPED', 'CLOSED', 'WEIGHED', 'ACCEPTED', 'REFUSED', 'RESTOCKED', 'WRITTEN_OFF', 'RETURNED', 'INVOICED',
                        'PAID')),
    ADD CONSTRAINT line_weight_shipment_of_kind
        CHECK ((shipment > 0) = (kind IN ('SHIPPED', 'WEIGHED', 'ACCEPTED', 'REFUSED', 'RESTOCKED', 'WRITTEN_OFF', 'RETURNED'))),
    ADD CONSTRAINT line_weight_packages_of_kind
        CHECK (CASE WHEN kind IN ('SHIPPED', 'CLOSED', 'RESTOCKED') THEN packages > 0 WHEN kind = 'RETURNED' THEN true
               ELSE packages = 0 END);
