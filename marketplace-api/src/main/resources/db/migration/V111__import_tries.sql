-- How often the work at hand came to nothing for a passing reason, such as a database that went away. Bounded, so that
-- an import never stays under way for ever.
ALTER TABLE import_job ADD COLUMN tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0);
