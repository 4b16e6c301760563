package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Traced;
import org.junit.jupiter.api.Test;

/// A trace goes from a change to the mail that tells of it, through all that lies between.
class AlertTraceIT extends AlertInfrastructure {

    @Test
    void aChangeIsFollowedToTheMailThatTellsOfIt() {
        Reader ada = Reader.subscribed(jdbc);
        known();
        follows(ada, "tool", slug);
        Traced change = TRACES.tracing().server("a change", null);
        String trace = String.valueOf(TraceParent.traceId(change.parent()));

        try (var _ = change.present()) {
            price("Free", "$5 a month", 2);
        }
        change.end();

        soon().untilAsserted(() -> assertThat(TRACES.names(trace)).contains("newsletter-alert-tools", "alert-mail"));
        String queued = jdbc.sql("SELECT traceparent FROM mail_queue WHERE recipient = :to")
                .param("to", ada.email())
                .query(String.class)
                .single();
        assertThat(TraceParent.traceId(queued)).isEqualTo(trace);
    }
}
