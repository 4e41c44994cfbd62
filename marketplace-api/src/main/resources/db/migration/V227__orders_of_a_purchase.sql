-- What a purchase or an approved requisition became.
CREATE INDEX purchase_order_purchase ON purchase_order (purchase_id);
CREATE INDEX purchase_order_requisition ON purchase_order (requisition_number) WHERE requisition_number IS NOT NULL;
