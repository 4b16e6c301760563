package dev.toolverdicts.vote.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database knows of a place in the log of votes.
final class ReceiptQueries {

    /// A record that counting has set aside.
    record Letter(long id, String state, @Nullable String key) {

        /// One that was replayed stands in the place of its record.
        boolean isCounted() {
            return state.equals("replayed");
        }
    }

    private final JdbcClient jdbc;

    ReceiptQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Letter> letter(int partition, long offset) {
        return jdbc.sql("""
                        SELECT id, state, record_key FROM dead_letter
                        WHERE consumer = 'vote-counter' AND topic = 'vote.cast.v1'
                          AND partition = :partition AND record_offset = :offset
                        """)
                .param("partition", partition)
                .param("offset", offset)
                .query((row, _) -> {
                    byte[] key = row.getBytes("record_key");
                    return new Letter(
                            row.getLong("id"), row.getString("state"), key == null ? null : new String(key, UTF_8));
                })
                .optional();
    }

    /// Who has voted on the tool there or after it: whose vote it was, when the log no longer has it.
    List<UUID> voters(UUID toolId, int partition, long offset) {
        return jdbc.sql("""
                        SELECT voter_id FROM votes
                        WHERE tool_id = :tool AND log_partition = :partition AND log_offset >= :offset
                        """)
                .param("tool", toolId)
                .param("partition", partition)
                .param("offset", offset)
                .query(UUID.class)
                .list();
    }
}
