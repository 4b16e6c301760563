package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.link.Bearer;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UnsubscribeRepository {

    private final JdbcClient jdbc;

    UnsubscribeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who sends holds this row `FOR SHARE` from its last look at it to the final dot, and the update
    /// waits for that. So once this has committed, no mail passes its point of no return. A reason that
    /// weighs more stays. Preferences end with the subscription.
    ///
    /// @return false when there was nothing to end
    boolean unsubscribe(Bearer bearer, Instant now) {
        return jdbc.sql("""
                        UPDATE subscriber SET
                            status = 'unsubscribed',
                            suppressed = coalesce(suppressed, 'unsubscribed'),
                            unsubscribed_at = :now,
                            unsubscribed_from = :issue,
                            topics = '{}', frequency = 'weekly', paused_until = NULL
                        WHERE subscriber_id = :id AND status IN ('pending', 'confirmed')
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("issue", bearer.issueId())
                        .param("id", bearer.subscriberId())
                        .update()
                == 1;
    }

    /// A confirmation that waits in the inbox must not bring back by accident what was ended on purpose.
    void revokeMailedTokens(Bearer bearer) {
        jdbc.sql("DELETE FROM mailed_token WHERE subscriber_id = :id AND purpose IN ('confirm', 'address')")
                .param("id", bearer.subscriberId())
                .update();
    }
}
