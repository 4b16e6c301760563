-- The read side: three sources write to one row, each guarded by its own version and in any order, so a row may be there
-- before its tool is. Votes change rows many times a second: long values live apart and are not written again, and the
-- fill factor keeps the new versions on the same page and out of the indexes, of which none holds what a tally changes.
CREATE TABLE tool_card (
    tool_id        uuid PRIMARY KEY,
    tool_version   bigint NOT NULL DEFAULT 0,
    slug           text,
    previous_slugs text[] NOT NULL DEFAULT '{}',
    category       text,
    entry_label    text,
    license_class  text,
    search         text,
    created_s      double precision,
    tool           jsonb,
    tool_at        timestamptz,
    panel_version  bigint NOT NULL DEFAULT 0,
    panel_ships    int    NOT NULL DEFAULT 0,
    panel_skips    int    NOT NULL DEFAULT 0,
    panel_pct      int,
    verdict        text   NOT NULL DEFAULT 'pending',
    -- The place in the panel's order; who was not heard comes last, which is not the same as zero.
    panel_place    double precision GENERATED ALWAYS AS (
        CASE WHEN verdict = 'pending' THEN -1 ELSE panel_pct + panel_ships / 100.0 END) STORED,
    quorum         int    NOT NULL DEFAULT 4,
    critics        int    NOT NULL DEFAULT 7,
    takes          jsonb  NOT NULL DEFAULT '[]',
    taken_by       text[] NOT NULL DEFAULT '{}',
    panel_at       timestamptz,
    tally_version  bigint NOT NULL DEFAULT 0,
    ships          bigint NOT NULL DEFAULT 0,
    skips          bigint NOT NULL DEFAULT 0,
    pct            int,
    wilson_low     double precision,
    wilson_high    double precision,
    tally_at       timestamptz
) WITH (fillfactor = 70, toast_tuple_target = 512);

CREATE INDEX tool_card_by_slug ON tool_card (slug);
CREATE INDEX tool_card_by_previous_slug ON tool_card USING gin (previous_slugs);
CREATE INDEX tool_card_newest ON tool_card (created_s DESC, tool_id DESC);
CREATE INDEX tool_card_newest_of_category ON tool_card (category, created_s DESC, tool_id DESC);
CREATE INDEX tool_card_by_panel ON tool_card (panel_place DESC, tool_id DESC);
CREATE INDEX tool_card_by_panel_of_category ON tool_card (category, panel_place DESC, tool_id DESC);
CREATE INDEX tool_card_by_critic ON tool_card USING gin (taken_by);
