-- The critics as review-service publishes them.
CREATE TABLE critic_profile (
    critic_key text PRIMARY KEY,
    version    bigint NOT NULL,
    position   int    NOT NULL,
    profile    jsonb  NOT NULL
);
