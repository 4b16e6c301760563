-- What the topic catalog.tool.v1 says about tools, as far as reviews need it. No key but the tool's identity is unique here:
-- events of two tools may arrive in either order while an address moves between them.
CREATE TABLE known_tool (
    tool_id        uuid   PRIMARY KEY,
    version        bigint NOT NULL,
    slug           text   NOT NULL,
    previous_slugs text[] NOT NULL,
    name           text   NOT NULL,
    status         text   NOT NULL
);

CREATE INDEX known_tool_slug ON known_tool (slug);
CREATE INDEX known_tool_previous_slugs ON known_tool USING gin (previous_slugs);
