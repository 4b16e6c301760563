package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.platform.messaging.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The follow of every verdict, which whoever wants to be mailed each of them has.
@Repository
public class VerdictFollowRepository {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    VerdictFollowRepository(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /// Begins or ends it, as the subscriber's preferences say. Their row is the caller's until its transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public void adjust(UUID subscriberId) {
        jdbc.sql("""
                        DELETE FROM follow WHERE subscriber_id = :id AND target_kind = 'all'
                          AND NOT EXISTS (SELECT FROM subscriber WHERE subscriber_id = :id AND frequency = 'each')
                        """).param("id", subscriberId).update();
        jdbc.sql("""
                        WITH added AS (
                            INSERT INTO follow (follow_id, subscriber_id, target_kind, target_id, target_key, events, created_at)
                            SELECT :follow, subscriber_id, 'all', 'verdicts', 'verdicts', '{verdict}', :now
                            FROM subscriber WHERE subscriber_id = :id AND frequency = 'each'
                            ON CONFLICT DO NOTHING RETURNING follow_id
                        )
                        INSERT INTO follow_subject (follow_id, subject) SELECT follow_id, 'all:verdicts' FROM added
                        """)
                .param("follow", ids.next())
                .param("id", subscriberId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
