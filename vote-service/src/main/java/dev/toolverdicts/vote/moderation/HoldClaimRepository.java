package dev.toolverdicts.vote.moderation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is looking at which held votes.
class HoldClaimRepository {

    private final JdbcClient jdbc;

    HoldClaimRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of two who claim at once the row lets one win; who has it already keeps it longer.
    ///
    /// @return false when somebody else has it
    boolean take(UUID tool, String reason, String moderator, Instant now, Instant until) {
        return jdbc.sql("""
                        INSERT INTO hold_claim AS c (tool_id, reason, moderator, lapses_at)
                        VALUES (:tool, :reason, :moderator, :until)
                        ON CONFLICT (tool_id, reason) DO UPDATE
                        SET moderator = excluded.moderator, lapses_at = excluded.lapses_at
                        WHERE c.moderator = excluded.moderator OR c.lapses_at <= :now
                        """)
                        .param("tool", tool)
                        .param("reason", reason)
                        .param("moderator", moderator)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// @return false when the moderator does not have it
    boolean release(UUID tool, String reason, String moderator) {
        return jdbc.sql("DELETE FROM hold_claim WHERE tool_id = :tool AND reason = :reason AND moderator = :moderator")
                        .param("tool", tool)
                        .param("reason", reason)
                        .param("moderator", moderator)
                        .update()
                > 0;
    }

    /// Who else has it just now.
    Optional<String> other(UUID tool, String reason, String moderator, Instant now) {
        return jdbc.sql("""
                        SELECT moderator FROM hold_claim
                        WHERE tool_id = :tool AND reason = :reason AND moderator <> :moderator AND lapses_at > :now
                        """)
                .param("tool", tool)
                .param("reason", reason)
                .param("moderator", moderator)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}
