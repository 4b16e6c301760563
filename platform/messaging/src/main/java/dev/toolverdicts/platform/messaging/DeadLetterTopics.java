package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/// Makes `<topic>-dlt` for every topic read, with as many partitions. Without it a dead letter would wait in the outbox
/// and everything behind it too.
final class DeadLetterTopics {

    static final String SUFFIX = "-dlt";
    private static final Map<String, String> SETTINGS = Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            Long.toString(Duration.ofDays(30).toMillis()),
            // A dead letter is its original and a few headers more.
            "max.message.bytes",
            "2097152");

    private DeadLetterTopics() {}

    static void create(Admin client, Collection<TopicDescription> topics) throws InterruptedException {
        var wanted = topics.stream()
                .map(topic -> new NewTopic(
                                topic.name() + SUFFIX,
                                Optional.of(topic.partitions().size()),
                                Optional.empty())
                        .configs(SETTINGS))
                .toList();
        for (var created : client.createTopics(wanted).values().entrySet()) {
            try {
                created.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException("cannot create " + created.getKey(), e.getCause());
                }
            }
        }
    }
}
