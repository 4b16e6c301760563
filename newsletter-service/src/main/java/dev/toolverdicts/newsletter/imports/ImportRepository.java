package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.subscriber.Subscription;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of a file, some hundreds in one statement.
@Repository
class ImportRepository {

    /// A row of a file as the statements take it.
    ///
    /// @param hash of the address, as suppressions keep it, in hexadecimal
    record Entry(String id, Subscription subscription, String hash) {}

    private static final String ENTRY = """
            entry AS (
                SELECT id::uuid, email, key, topics, source, EXISTS (
                        SELECT FROM suppression WHERE email_hash = decode(hash, 'hex')) OR EXISTS (
                        SELECT FROM subscriber s WHERE s.email_key = key AND s.suppressed IS NOT NULL) AS is_suppressed,
                    EXISTS (SELECT FROM subscriber s WHERE s.email_key = key) AS is_known
                FROM unnest(:ids::text[], :emails::text[], :keys::text[], :topics::text[], :sources::text[],
                    :hashes::text[]) AS e (id, email, key, topics, source, hash))
            """;

    private final JdbcClient jdbc;

    ImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What the rows would do.
    Counts look(List<Entry> entries) {
        return run("WITH " + ENTRY + """
                        SELECT count(*) FILTER (WHERE NOT is_suppressed AND NOT is_known) AS added,
                            count(*) FILTER (WHERE NOT is_suppressed AND is_known) AS known,
                            count(*) FILTER (WHERE is_suppressed) AS suppressed
                        FROM entry
                        """, entries, null);
    }

    /// Adds whom nobody knows, to be asked. In the order of their addresses: two files at once must not deadlock.
    Counts add(List<Entry> entries, Instant now) {
        return run("WITH " + ENTRY + """
                        , added AS (
                            INSERT INTO subscriber (
                                subscriber_id, email, email_key, status, topics, source, requested_at)
                            SELECT id, email, key, 'pending', string_to_array(topics, ' '), source, :now
                            FROM entry WHERE NOT is_suppressed ORDER BY key
                            ON CONFLICT (email_key) DO NOTHING
                            RETURNING subscriber_id),
                        asked AS (
                            INSERT INTO invitation (subscriber_id, queued_at) SELECT subscriber_id, :now FROM added)
                        SELECT (SELECT count(*) FROM added) AS added,
                            count(*) FILTER (WHERE NOT is_suppressed) - (SELECT count(*) FROM added) AS known,
                            count(*) FILTER (WHERE is_suppressed) AS suppressed
                        FROM entry
                        """, entries, now);
    }

    private Counts run(String sql, List<Entry> entries, @Nullable Instant now) {
        return jdbc.sql(sql)
                .param("ids", column(entries, Entry::id))
                .param(
                        "emails",
                        column(entries, entry -> entry.subscription().email().text()))
                .param(
                        "keys",
                        column(entries, entry -> entry.subscription().email().key()))
                .param(
                        "topics",
                        column(
                                entries,
                                entry -> String.join(" ", entry.subscription().topics())))
                .param(
                        "sources",
                        column(
                                entries,
                                entry -> String.valueOf(entry.subscription().source())))
                .param("hashes", column(entries, Entry::hash))
                .param("now", now == null ? null : now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Counts(row.getLong("added"), row.getLong("known"), row.getLong("suppressed")))
                .single();
    }

    private static String[] column(List<Entry> entries, Function<Entry, String> of) {
        return entries.stream().map(of).toArray(String[]::new);
    }
}
