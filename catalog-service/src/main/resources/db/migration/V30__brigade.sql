-- Whether an unusual burst of votes is being looked into; the pages say so.
ALTER TABLE tool_card ADD COLUMN brigade boolean NOT NULL DEFAULT false;
