-- How far each consumer has applied each partition, and of which log: a recreated topic has another id.
CREATE TABLE log_position (
    consumer    text   NOT NULL,
    topic       text   NOT NULL,
    partition   int    NOT NULL,
    log_id      uuid   NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (consumer, topic, partition)
);
