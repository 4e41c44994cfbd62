-- How name and variety are read: syllables without tones, with a space between them and a semicolon between name
-- and variety. Empty: not read yet.
ALTER TABLE product ADD COLUMN pinyin text NOT NULL DEFAULT '';
