-- Why an operator decided a row in doubt as they did. It stays when a reader is erased, so it must name nobody: the
-- service takes no address.
ALTER TABLE delivery_audit ADD COLUMN note text;
