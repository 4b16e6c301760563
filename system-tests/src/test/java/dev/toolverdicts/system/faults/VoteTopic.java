package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.faults.Found.Logged;
import dev.toolverdicts.system.faults.Found.Register;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The log of votes.
final class VoteTopic implements AutoCloseable {

    static final String NAME = "vote.cast.v1";

    private final Topic topic;
    private final List<Logged> votes = new ArrayList<>();

    VoteTopic(Stack stack) {
        topic = new Topic(stack, NAME);
    }

    /// Reads on all the time, until closed: what is compacted away meanwhile must have been seen.
    Following follow() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        var _ = clock.scheduleWithFixedDelay(this::read, 0, 200, TimeUnit.MILLISECONDS);
        return clock::close;
    }

    @FunctionalInterface
    interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /// All votes about these tools, in the order of each partition.
    synchronized List<Logged> about(Set<UUID> tools) {
        read();
        return votes.stream()
                .filter(vote -> tools.contains(vote.key().toolId()))
                .toList();
    }

    /// Reads on to the end and remembers it, also when the log is compacted later.
    ///
    /// @return how many votes there have been since the beginning
    synchronized int read() {
        topic.read(each -> votes.add(logged(each)));
        return votes.size();
    }

    private static Logged logged(ConsumerRecord<String, byte[]> each) {
        String[] key = each.key().split(":", 2);
        return new Logged(
                new Register(UUID.fromString(key[0]), UUID.fromString(key[1])),
                choice(each.value()),
                new Place(each.partition(), each.offset()));
    }

    private static Choice choice(byte[] json) {
        return Choice.valueOf(Stack.JSON
                .readTree(new String(json, StandardCharsets.UTF_8))
                .path("choice")
                .asString()
                .toUpperCase(Locale.ROOT));
    }

    @Override
    public void close() {
        topic.close();
    }
}
