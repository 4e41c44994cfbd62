-- Which product a row became, so that whoever imported it can look.
ALTER TABLE import_row ADD COLUMN product_id uuid REFERENCES product;
