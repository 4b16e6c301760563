package dev.toolverdicts.vote.tally;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.messaging.TopicTail;
import dev.toolverdicts.vote.knowntool.KnownTool;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.ConsumerFactory;

/// The latest tally of every tool in memory, and who wants to hear when one changes. Every copy reads all
/// partitions.
final class TallyBoard {

    private final Map<UUID, Standing> standings = new ConcurrentHashMap<>();
    private final Map<UUID, Set<Runnable>> readers = new ConcurrentHashMap<>();
    private final EventCodec codec;
    private final TopicTail tail;

    TallyBoard(ConsumerFactory<String, byte[]> consumers, EventCodec codec) {
        this.codec = codec;
        tail = new TopicTail(consumers, "vote.tally.v1", this::show);
    }

    TopicTail tail() {
        return tail;
    }

    private void show(ConsumerRecord<String, byte[]> state) {
        show(codec.decode(state, Standing.class));
    }

    void show(Standing state) {
        Standing known = standings.get(state.toolId());
        if (known == null || known.version() < state.version()) {
            standings.put(state.toolId(), state);
            readers.getOrDefault(state.toolId(), Set.of()).forEach(Runnable::run);
        }
    }

    Standing of(KnownTool tool) {
        Standing standing = standings.get(tool.toolId());
        return standing == null ? Standing.untouched(tool) : standing;
    }

    void follow(UUID tool, Runnable reader) {
        readers.compute(tool, (_, present) -> {
            Set<Runnable> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(reader);
            return all;
        });
    }

    void leave(UUID tool, Runnable reader) {
        readers.computeIfPresent(tool, (_, present) -> {
            present.remove(reader);
            return present.isEmpty() ? null : present;
        });
    }

    int followed() {
        return readers.size();
    }
}
