-- The dataset's files of each day that is kept, in pieces: any copy writes them, any copy hands them out. They are packed
-- already, so PostgreSQL need not try.
CREATE TABLE kept_day (
    day        date        PRIMARY KEY,
    written_at timestamptz NOT NULL
);

CREATE TABLE kept_file (
    day    date   NOT NULL REFERENCES kept_day ON DELETE CASCADE,
    name   text   NOT NULL,
    rows   bigint NOT NULL,
    bytes  bigint NOT NULL,
    sha256 text   NOT NULL,
    PRIMARY KEY (day, name)
);

CREATE TABLE kept_chunk (
    day    date  NOT NULL REFERENCES kept_day ON DELETE CASCADE,
    name   text  NOT NULL,
    number int   NOT NULL,
    bytes  bytea NOT NULL,
    PRIMARY KEY (day, name, number)
);
ALTER TABLE kept_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
