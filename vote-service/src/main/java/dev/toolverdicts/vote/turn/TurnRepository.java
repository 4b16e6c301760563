package dev.toolverdicts.vote.turn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A turn that one transaction has at a time, in whichever copy. It ends with the transaction.
public class TurnRepository {

    private final JdbcClient jdbc;
    private final long key;

    /// @param name eight letters; the same name is the same turn, also in copies of other versions
    public TurnRepository(JdbcClient jdbc, String name) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        if (letters.length != Long.BYTES) {
            throw new IllegalArgumentException("a turn's name has eight letters: " + name);
        }
        this.jdbc = jdbc;
        this.key = ByteBuffer.wrap(letters).getLong();
    }

    /// @return false when somebody else has it
    public boolean tryTurn() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /// Waits for it.
    public void awaitTurn() {
        var _ = jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) turn")
                .param(key)
                .query(Integer.class)
                .single();
    }
}
