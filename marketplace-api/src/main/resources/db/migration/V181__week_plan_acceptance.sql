-- In whose name a plan's orders are placed, and when they were asked for.
ALTER TABLE week_plan
    ADD COLUMN accepted_by uuid REFERENCES person,
    ADD COLUMN accepted_at timestamptz;
UPDATE week_plan SET accepted_by = asked_by, accepted_at = coalesce(ended_at, asked_at)
WHERE state IN ('ACCEPTED', 'ORDERED');
ALTER TABLE week_plan
    ADD CHECK (state NOT IN ('ACCEPTED', 'ORDERED') OR (accepted_by IS NOT NULL AND accepted_at IS NOT NULL));

CREATE INDEX week_plan_line_to_order ON week_plan_line (plan_id, school_id, day)
    WHERE product_id IS NOT NULL AND purchase_id IS NULL AND refused = '';
