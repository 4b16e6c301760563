-- How often voters would ship each of two tools, as vote-service publishes it, guarded by its version.
CREATE TABLE duel_pair (
    tool_a  uuid   NOT NULL,
    tool_b  uuid   NOT NULL,
    version bigint NOT NULL,
    wins_a  bigint NOT NULL,
    wins_b  bigint NOT NULL,
    ties    bigint NOT NULL,
    PRIMARY KEY (tool_a, tool_b)
);
