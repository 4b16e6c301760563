package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class AuditorIT {

    private final String topic = "audited-" + UUID.randomUUID();
    private final Lab lab = new Lab();
    private final ThingRepository things = new ThingRepository(lab.jdbc);
    private final ThingService service = new ThingService(topic, things, lab.outbox);

    @BeforeEach
    void createTopic() {
        Topics.create(topic, 3, Map.of("cleanup.policy", "compact"));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void whereTableAndTopicAgreeNothingIsAppended() {
        lab.copy(Lab.QUICK);
        change("a");
        change("a");
        change("b");
        lab.awaitSent();

        assertThat(auditor().audit()).isZero();
        assertThat(lab.rows.backlog()).isZero();
    }

    @Test
    void aVersionTheTopicNeverGotIsAppendedAgainOnce() {
        lab.copy(Lab.QUICK);
        change("lost");
        change("kept");
        lab.awaitSent();
        things.change("lost", "its event is gone");
        things.change("never-sent", "as well");

        assertThat(auditor().audit()).isEqualTo(2);
        lab.awaitSent();

        History history = Topics.history(topic, _ -> true);
        assertThat(history.last()).isEqualTo(Map.of("lost", 2L, "kept", 1L, "never-sent", 1L));
        assertThat(history.duplicates()).isZero();
        assertThat(auditor().audit()).isZero();
    }

    @Test
    void aVersionThatWaitsInTheOutboxIsNotAppendedAgain() {
        change("waiting");

        assertThat(auditor().audit()).isZero();
        assertThat(lab.rows.backlog()).isEqualTo(1);
    }

    @Test
    void anOldVersionThatCompactionWouldKeepIsRepaired() {
        lab.copy(Lab.QUICK);
        change("overtaken");
        change("overtaken");
        lab.awaitSent();
        var old = Topics.state(topic, partitionOf("overtaken"), "overtaken", 1);
        old.headers().add(EventCodec.header("ce_version", "1"));
        Topics.send(old);

        assertThat(auditor().audit()).isEqualTo(1);
        lab.awaitSent();

        assertThat(Topics.history(topic, _ -> true).last()).isEqualTo(Map.of("overtaken", 2L));
    }

    @Test
    void anEmptyTopicGetsEverything() {
        things.change("a", "restored from a backup");
        things.change("b", "restored from a backup");
        lab.copy(Lab.QUICK);

        assertThat(auditor().audit()).isEqualTo(2);
        lab.awaitSent();

        assertThat(Topics.history(topic, _ -> true).last()).isEqualTo(Map.of("a", 1L, "b", 1L));
    }

    private void change(String id) {
        lab.transactions.executeWithoutResult(_ -> service.change(id, "changed"));
    }

    private int partitionOf(String key) {
        return Topics.read(topic).stream()
                .filter(received -> received.key().equals(key))
                .findFirst()
                .orElseThrow()
                .partition();
    }

    private OutboxAuditor auditor() {
        var snapshot = new TransactionTemplate(lab.transactionManager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        var consumers = new DefaultKafkaConsumerFactory<>(
                Map.of(
                        "bootstrap.servers",
                        TestInfrastructure.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "none"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        return new OutboxAuditor(List.of(transactional()), lab.rows, snapshot, consumers, Duration.ofHours(1));
    }

    private PublishedState transactional() {
        return new PublishedState() {
            @Override
            public String topic() {
                return service.topic();
            }

            @Override
            public Map<String, Long> versions() {
                return service.versions();
            }

            @Override
            public void append(Collection<String> keys) {
                lab.transactions.executeWithoutResult(_ -> service.append(keys));
            }
        };
    }
}
