-- The day of a tool's latest release: a review from before that day is due for another look. Known with the tool's next event;
-- older events do not tell it.
ALTER TABLE known_tool ADD COLUMN latest_release_on date;
