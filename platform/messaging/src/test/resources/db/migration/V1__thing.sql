-- The read model that tests project into; applied counts the versions that took effect.
CREATE TABLE thing (
    id      text PRIMARY KEY,
    version bigint NOT NULL,
    body    text   NOT NULL,
    applied int    NOT NULL
);
