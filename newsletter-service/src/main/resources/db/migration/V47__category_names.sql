-- What people call a category. Events of its tools tell; until one has come since, the name is made from the key.
ALTER TABLE digest_tool ADD COLUMN category_name text;

CREATE VIEW digest_category AS
SELECT DISTINCT ON (category) category, coalesce(category_name, initcap(replace(category, '-', ' '))) AS name
FROM digest_tool
WHERE category IS NOT NULL
ORDER BY category, category_name IS NULL, updated_at DESC;
