-- A refund of more than one payment took is spread over several: one open part for each payment instead of one for the order.
DROP INDEX payment_one_open_refund;
CREATE UNIQUE INDEX payment_one_open_refund ON payment (refunds_id) WHERE method = 'CARD_REFUND' AND state IN ('PENDING', 'UNKNOWN');
