-- The other site that sent the voter of a vote, null where nobody is known to have.
ALTER TABLE votes ADD COLUMN arrival_site text;
