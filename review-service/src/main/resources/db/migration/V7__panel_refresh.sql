-- Panels that are to be published again although no review changed; many changes of one tool are one row. The first are all
-- there are, since their events lack what the reviews now tell.
CREATE TABLE panel_refresh (
    tool_id uuid PRIMARY KEY
);

INSERT INTO panel_refresh SELECT tool_id FROM panel;
