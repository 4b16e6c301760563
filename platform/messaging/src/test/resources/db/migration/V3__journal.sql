-- Every application of every record. Without a key on purpose: a second application must be seen, not refused.
CREATE TABLE journal (
    topic         text   NOT NULL,
    partition     int    NOT NULL,
    record_offset bigint NOT NULL,
    id            text   NOT NULL,
    version       bigint NOT NULL
);
