-- Where price, licence and status come from, since when they are known, and who looked last. Null is a row from before, or of a
-- copy of an older version: what it says was read when it was written.
ALTER TABLE tool ADD COLUMN facts jsonb;
