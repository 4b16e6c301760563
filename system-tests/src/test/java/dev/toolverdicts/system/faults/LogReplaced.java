package dev.toolverdicts.system.faults;

import static org.awaitility.Awaitility.await;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.StackFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/// The log of votes is made anew, empty, under the same name. The system says so and ends, and no row has changed: what
/// counts by the positions of another log counts wrong. It ends the system, so it is played last and once.
record LogReplaced() implements Scenario {

    private static final Duration ENDS_WITHIN = Duration.ofMinutes(3);

    @Override
    public void play(Run run) throws InterruptedException, ExecutionException, SQLException, IOException {
        Electorate voters = run.voters(10, 2, Habit.FORGET);
        voters.start();
        run.awaitVotes(voters, "before the log is replaced");
        run.settle();
        var tables = new VoteTables(run.stack());
        Map<Found.Register, Choice> before = rows(tables);
        long launcher = run.stack().description().path("launcher").asLong();
        replace(run.stack().port("kafka"));
        voters.voters().forEach(Voter::vote);
        var last = new HashMap<>(before);
        await("the system ends")
                .atMost(ENDS_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    try {
                        Map<Found.Register, Choice> now = rows(tables);
                        last.clear();
                        last.putAll(now);
                    } catch (SQLException e) {
                        // It is being stopped.
                    }
                    return ProcessHandle.of(launcher).isEmpty();
                });
        run.check(last.equals(before), "rows have changed after the log was replaced");
        run.check(StackFolder.said().contains("LOG REPLACED topic=" + VoteTopic.NAME), "nothing says LOG REPLACED");
    }

    private static Map<Found.Register, Choice> rows(VoteTables tables) throws SQLException {
        var rows = new HashMap<Found.Register, Choice>();
        for (Found.Row row : tables.rows(tables.versions().keySet())) {
            rows.put(row.key(), row.choice());
        }
        return rows;
    }

    private static void replace(int port) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            TopicDescription old = admin.describeTopics(Set.of(VoteTopic.NAME))
                    .allTopicNames()
                    .get()
                    .get(VoteTopic.NAME);
            var settings = new HashMap<String, String>();
            var key = new ConfigResource(ConfigResource.Type.TOPIC, VoteTopic.NAME);
            admin.describeConfigs(Set.of(key))
                    .all()
                    .get()
                    .get(key)
                    .entries()
                    .forEach(entry -> settings.put(entry.name(), entry.value()));
            admin.deleteTopics(Set.of(VoteTopic.NAME)).all().get();
            var made = new NewTopic(VoteTopic.NAME, old.partitions().size(), (short) 1)
                    .configs(Map.of("cleanup.policy", settings.getOrDefault("cleanup.policy", "compact")));
            await("the topic is made anew")
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> {
                        admin.createTopics(List.of(made)).all().get();
                        return true;
                    });
        }
    }
}
