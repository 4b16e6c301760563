package dev.toolverdicts.system.faults;

import static org.awaitility.Awaitility.await;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Counts;
import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.Visitor;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.awaitility.core.ConditionTimeoutException;

/// What was still on its way has arrived when everything is right and stays so.
final class Quiet {

    private static final Duration WITHIN = Duration.ofSeconds(90);

    private final Stack stack;
    private final VoteTopic log;
    private final TallyTopic published;
    private final Electorate electorate;
    private List<Violation> last = List.of(Violation.other("nothing could be read"));

    Quiet(Stack stack, VoteTopic log, TallyTopic published, Electorate electorate) {
        this.stack = stack;
        this.log = log;
        this.published = published;
        this.electorate = electorate;
    }

    /// What is still wrong after a while; usually nothing, and soon.
    List<Violation> violations() {
        try {
            await("everything agrees")
                    .atMost(WITHIN)
                    .during(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(this::agrees);
            return List.of();
        } catch (ConditionTimeoutException e) {
            return last;
        }
    }

    private boolean agrees() {
        try {
            Set<UUID> tools = tools();
            var tables = new VoteTables(stack);
            last = Stream.concat(
                            RegisterCheck.violations(electorate.history(), found(tools, tables)).stream(),
                            Published.violations(published.about(tools), tables.versions(tools)).stream())
                    .toList();
        } catch (SQLException | UncheckedIOException | KafkaException | AssertionError e) {
            last = List.of(Violation.other("what there is cannot be read: " + e));
        }
        return last.isEmpty();
    }

    private Set<UUID> tools() {
        return electorate.history().stream()
                .map(Cast::receipt)
                .filter(receipt -> receipt != null)
                .map(Receipt::toolId)
                .collect(Collectors.toSet());
    }

    private Found found(Set<UUID> tools, VoteTables tables) throws SQLException {
        var own = new TreeMap<Ballot, Choice>();
        electorate.voters().forEach(voter -> own.putAll(voter.own()));
        var shown = new TreeMap<String, Counts>();
        var cards = new TreeMap<String, Counts>();
        Visitor reader = new Visitor();
        for (String tool : electorate.tools()) {
            shown.put(tool, Counts.of(reader.json("/api/v1/tools/" + tool + "/tally")));
            cards.put(tool, Counts.of(reader.json("/api/v1/tools/" + tool).path("community")));
        }
        return new Found(log.about(tools), tables.rows(tools), tables.tallies(tools), shown, cards, own);
    }
}
