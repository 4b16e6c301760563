-- The categories whose tools a critic is assigned to; none means all of them.
ALTER TABLE critic ADD COLUMN categories text[] NOT NULL DEFAULT '{}';
