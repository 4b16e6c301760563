package dev.toolverdicts.vote.ruling;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.test.ContractSchemas;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Decisions on a real database without a log: what would be published is kept, and counted by hand.
public final class Decisions {

    public final Rulings rulings;
    private final List<VoteRuled> published = new CopyOnWriteArrayList<>();
    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    public Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        rulings = new Rulings(new RulingRepository(jdbc), this::publish, new RuledVotes(new SimpleMeterRegistry()));
    }

    private void publish(Event event) {
        ContractSchemas.validate(event.topic(), json.writeValueAsBytes(event.data()));
        published.add((VoteRuled) event.data());
    }

    /// As `voter:reason`, in the order of publishing.
    public List<String> made() {
        return published.stream()
                .map(it -> it.voterId().getLeastSignificantBits() + ":" + it.reason())
                .toList();
    }

    public List<UUID> tools() {
        return published.stream().map(VoteRuled::toolId).distinct().toList();
    }

    /// What the counter does with rulings, in short.
    public void count() {
        for (VoteRuled each : published) {
            jdbc.sql("""
                            UPDATE votes SET ruling = :ruling, ruling_reason = :reason, ruled_to = :upTo, ruled_at = now()
                            WHERE tool_id = :tool AND voter_id = :voter
                            """)
                    .params(Map.of(
                            "ruling", each.ruling().toString(),
                            "reason", each.reason(),
                            "upTo", each.upToOffset(),
                            "tool", each.toolId(),
                            "voter", each.voterId()))
                    .update();
        }
    }
}
