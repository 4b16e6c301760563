package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Makes the broker compact the log of votes at once instead of after a week, until it is closed.
final class Compaction implements AutoCloseable {

    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, VoteTopic.NAME);
    private static final String LAG = "min.compaction.lag.ms";
    private static final Map<String, String> AT_ONCE = Map.of(
            "segment.ms", "1000",
            "min.cleanable.dirty.ratio", "0.01");

    private final Map<String, Object> broker;
    private final Admin admin;
    private final String usualLag;

    Compaction(Stack stack) throws ExecutionException, InterruptedException {
        broker = Map.of("bootstrap.servers", "127.0.0.1:" + stack.port("kafka"));
        admin = Admin.create(broker);
        usualLag = admin.describeConfigs(List.of(TOPIC))
                .all()
                .get()
                .get(TOPIC)
                .get(LAG)
                .value();
    }

    /// @param lag how old a record must be: whoever must see each of them needs so long
    void force(Duration lag) throws ExecutionException, InterruptedException {
        var settings = new HashMap<>(AT_ONCE);
        settings.put(LAG, Long.toString(lag.toMillis()));
        settings.put("max.compaction.lag.ms", Long.toString(lag.toMillis() + 1_000));
        alter(settings.entrySet().stream()
                .map(each -> new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), OpType.SET))
                .toList());
    }

    private void alter(Collection<AlterConfigOp> changes) throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(TOPIC, changes)).all().get();
    }

    /// How many are left, all of them read.
    long records() {
        var deserializer = new ByteArrayDeserializer();
        long records = 0;
        try (var consumer = new KafkaConsumer<>(broker, deserializer, deserializer)) {
            List<TopicPartition> partitions = consumer.partitionsFor(VoteTopic.NAME).stream()
                    .map(info -> new TopicPartition(VoteTopic.NAME, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                records += consumer.poll(Duration.ofSeconds(2)).count();
            }
        }
        return records;
    }

    @Override
    public void close() {
        try {
            alter(Stream.concat(AT_ONCE.keySet().stream(), Stream.of(LAG, "max.compaction.lag.ms"))
                    .map(this::asUsual)
                    .toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            admin.close();
        }
    }

    private AlterConfigOp asUsual(String name) {
        return name.equals(LAG)
                ? new AlterConfigOp(new ConfigEntry(name, usualLag), OpType.SET)
                : new AlterConfigOp(new ConfigEntry(name, ""), OpType.DELETE);
    }
}
