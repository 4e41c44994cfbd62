-- path: the codes from the top category down to this one. A child's path is its parent's and one code
-- more, which the foreign key demands, so a cycle cannot be written.
ALTER TABLE category ADD COLUMN path text[];
UPDATE category SET path = ARRAY[code];
ALTER TABLE category
    ALTER COLUMN path SET NOT NULL,
    ADD CHECK (cardinality(path) BETWEEN 1 AND 5 AND path[cardinality(path)] = code),
    ADD COLUMN parent text GENERATED ALWAYS AS (path[cardinality(path) - 1]) STORED,
    ADD COLUMN parent_path text[] GENERATED ALWAYS AS (path[:cardinality(path) - 1]) STORED,
    ADD UNIQUE (code, path),
    ADD FOREIGN KEY (parent, parent_path) REFERENCES category (code, path);
