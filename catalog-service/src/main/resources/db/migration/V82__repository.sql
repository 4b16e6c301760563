-- Two tools with one repository are one product; two with one domain may be. The repository stands here as SourceCode.identity()
-- makes it; of tools from before, whose official site is a repository, it is made here the same way.
ALTER TABLE tool
    ADD COLUMN repo_url text,
    ADD COLUMN repository text,
    ADD COLUMN website_domain text GENERATED ALWAYS AS
        (substring(lower(website_url) FROM '^https?://(?:www\.)?([^/:?#]+)')) STORED;

UPDATE tool SET repository = regexp_replace(
    substring(lower(website_url) FROM '^https?://(?:www\.)?((?:github\.com|codeberg\.org|bitbucket\.org)/[^/?#]+/[^/?#]+)'),
    '\.git$', '')
WHERE lower(website_url) !~ '^https?://(?:www\.)?github\.com/(features|marketplace|apps|topics|orgs|collections)/';

-- Not unique: tools from before may share one, and stay.
CREATE INDEX tool_by_repository ON tool (repository);
CREATE INDEX tool_by_website_domain ON tool (website_domain);
