-- That a tool is shown to nobody, why and since when. Its reviews stay, for when it comes back.
ALTER TABLE known_tool ADD COLUMN taken_down_reason text, ADD COLUMN taken_down_since timestamptz;
