-- A limit of n messages in a window is n slots; a slot is free again a window after its message.
CREATE TABLE send_slot (
    scope   text NOT NULL,
    slot    int NOT NULL,
    free_at timestamptz NOT NULL,
    PRIMARY KEY (scope, slot)
);
CREATE INDEX send_slot_free ON send_slot (scope, free_at);

-- Limits that a mail server has asked to lower.
CREATE TABLE send_brake (
    scope    text PRIMARY KEY,
    halvings int NOT NULL,
    until    timestamptz NOT NULL
);

-- Days on which mail went out: how far the warm-up is.
CREATE TABLE send_day (day date PRIMARY KEY);
