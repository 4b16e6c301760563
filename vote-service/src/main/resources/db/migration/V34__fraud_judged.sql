-- Up to when all votes were judged by the rules, whenever they were counted.
CREATE TABLE fraud_judged (
    one          boolean     PRIMARY KEY CHECK (one),
    judged_until timestamptz NOT NULL
);
