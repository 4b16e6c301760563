-- A projection that counts: how many entries have each body, under versions of its own.
CREATE TABLE entry (
    id   text   PRIMARY KEY,
    body text   NOT NULL,
    seen bigint NOT NULL,
    long boolean GENERATED ALWAYS AS (length(body) > 3) STORED
) WITH (fillfactor = 70);

CREATE INDEX entry_by_body ON entry (body) WHERE seen > 0;

CREATE TABLE total (
    body    text   NOT NULL,
    entries bigint NOT NULL,
    version bigint NOT NULL CONSTRAINT total_has_version CHECK (version > 0),
    CONSTRAINT one_total_per_body PRIMARY KEY (body)
);
