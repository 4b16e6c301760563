package dev.toolverdicts.platform.keptfiles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the files of a day, in one transaction of the caller's.
public class KeptFileRepository {

    /// The letters "keptfile" as a number: one turn for all copies, also those of other versions.
    private static final long TURN = 0x6b65707466696c65L;

    private final JdbcClient jdbc;

    public KeptFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes a day to make its files. The turn ends with the transaction.
    ///
    /// @return false when they are there already, or somebody else is making some
    public boolean begin(LocalDate day, Instant now) {
        boolean turn = jdbc.sql("SELECT pg_try_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query(Boolean.class)
                .single();
        return turn
                && jdbc.sql("INSERT INTO kept_day (day, written_at) VALUES (:day, :now) ON CONFLICT DO NOTHING")
                                .param("day", day)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update()
                        == 1;
    }

    void add(LocalDate day, String name, int number, byte[] bytes) {
        jdbc.sql("INSERT INTO kept_chunk (day, name, number, bytes) VALUES (:day, :name, :number, :bytes)")
                .param("day", day)
                .param("name", name)
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }

    void finish(LocalDate day, KeptFile file) {
        jdbc.sql("""
                        INSERT INTO kept_file (day, name, rows, bytes, sha256)
                        VALUES (:day, :name, :rows, :bytes, :sha256)
                        """)
                .param("day", day)
                .param("name", file.name())
                .param("rows", file.rows())
                .param("bytes", file.bytes())
                .param("sha256", file.sha256())
                .update();
    }

    /// @return how many days are gone
    public int forgetBefore(LocalDate day) {
        return jdbc.sql("DELETE FROM kept_day WHERE day < :day")
                .param("day", day)
                .update();
    }
}
