-- The write model: what a service owns and publishes.
CREATE TABLE origin (
    id      text PRIMARY KEY,
    version bigint NOT NULL,
    body    text   NOT NULL
);
