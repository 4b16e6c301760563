-- What a text discloses of its making, the sources it names, and why it was written anew. It stands with the revision and
-- nowhere else: during an update a copy of the version before writes revisions without it, which is all that it knows.
ALTER TABLE review_revision
    ADD COLUMN model          text,
    ADD COLUMN prompt_version text,
    ADD COLUMN citations      jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN reason         text;
