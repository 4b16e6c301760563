-- Boards that were taken from their topic, because this database had none. It hears all rulings again then, and those that
-- such a board was closed with must not open it.
ALTER TABLE leaderboard ADD COLUMN restored boolean NOT NULL DEFAULT false;

-- When the newest ruling on a day was made; a copy of an older version does not say.
ALTER TABLE leaderboard_ruling ADD COLUMN ruled_at timestamptz NOT NULL DEFAULT 'infinity';
