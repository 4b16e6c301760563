package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What has been published of tallies.
final class TallyTopic implements AutoCloseable {

    private static final String NAME = "vote.tally.v1";

    private final Topic topic;
    private final List<Published> states = new ArrayList<>();

    TallyTopic(Stack stack) {
        topic = new Topic(stack, NAME);
    }

    /// All states of these tools, in the order of each partition.
    List<Published> about(Set<UUID> tools) {
        topic.read(each -> states.add(published(each)));
        return states.stream().filter(state -> tools.contains(state.key())).toList();
    }

    private static Published published(ConsumerRecord<String, byte[]> each) {
        long version = Stack.JSON
                .readTree(new String(each.value(), StandardCharsets.UTF_8))
                .path("version")
                .asLong();
        return new Published(UUID.fromString(each.key()), version);
    }

    @Override
    public void close() {
        topic.close();
    }
}
