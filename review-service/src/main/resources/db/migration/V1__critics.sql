-- Reference data: the service writes it at start from reference/critics.json and raises a version only where something changed.
CREATE TABLE critic (
    critic_key  text        PRIMARY KEY,
    version     bigint      NOT NULL CHECK (version > 0),
    position    integer     NOT NULL CHECK (position > 0),
    name        text        NOT NULL,
    role_label  text        NOT NULL,
    motto       text        NOT NULL,
    persona     text        NOT NULL,
    likes       text[]      NOT NULL CHECK (cardinality(likes) = 3),
    dislikes    text[]      NOT NULL CHECK (cardinality(dislikes) = 3),
    author_kind text        NOT NULL CHECK (author_kind IN ('human', 'ai_persona', 'ai_drafted')),
    updated_at  timestamptz NOT NULL
);
