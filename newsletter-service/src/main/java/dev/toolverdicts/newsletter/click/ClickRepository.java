package dev.toolverdicts.newsletter.click;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClickRepository {

    private static final int KEPT = 5;

    /// @param link its place among the issue's
    record Followed(int link, Instant at, boolean machine) {}

    private final JdbcClient jdbc;

    ClickRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Click click, boolean machine, Instant now) {
        jdbc.sql("""
                        INSERT INTO click (issue_id, visitor, link_no, nth, at, machine)
                        SELECT :issue::uuid, :visitor::bytea, :link::int, count(*), :now::timestamptz, :machine::boolean
                        FROM click WHERE issue_id = :issue AND visitor = :visitor AND link_no = :link
                        HAVING count(*) < :kept
                        ON CONFLICT DO NOTHING
                        """)
                .param("issue", click.issueId())
                .param("visitor", click.visitor())
                .param("link", click.link())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("machine", machine)
                .param("kept", KEPT)
                .update();
    }

    List<UUID> issuesMailedTo(UUID subscriberId) {
        return jdbc.sql("SELECT issue_id FROM delivery WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .query(UUID.class)
                .list();
    }

    List<Followed> followed(UUID issueId, byte[] visitor) {
        return jdbc.sql("""
                        SELECT link_no, at, machine FROM click
                        WHERE issue_id = :issue AND visitor = :visitor ORDER BY at, link_no, nth
                        """)
                .param("issue", issueId)
                .param("visitor", visitor)
                .query((row, _) -> new Followed(
                        row.getInt("link_no"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("machine")))
                .list();
    }

    void forget(UUID issueId, byte[] visitor) {
        jdbc.sql("DELETE FROM click WHERE issue_id = :issue AND visitor = :visitor")
                .param("issue", issueId)
                .param("visitor", visitor)
                .update();
    }
}
