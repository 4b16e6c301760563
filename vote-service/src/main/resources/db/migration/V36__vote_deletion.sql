-- Deletions that were answered before all of their withdrawals were counted, and how far counting has to come. Until then
-- something can still be decided about what is being deleted. Rows are gone within seconds after that.
CREATE TABLE vote_deletion (
    voter_id      uuid   NOT NULL,
    log_partition int    NOT NULL,
    counted_to    bigint NOT NULL,
    PRIMARY KEY (voter_id, log_partition)
);
