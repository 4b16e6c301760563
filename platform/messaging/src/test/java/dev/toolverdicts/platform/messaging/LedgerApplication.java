package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;

/// A service with a projection that can be built anew.
@SpringBootConfiguration
@EnableAutoConfiguration
class LedgerApplication {

    static final String NAME = "ledger";

    @Bean
    NewTopic thingTopic(Environment environment) {
        return TopicBuilder.name(environment.getRequiredProperty("thing.topic"))
                .partitions(3)
                .compact()
                .build();
    }

    @Bean
    NewTopic totalTopic(Environment environment) {
        return TopicBuilder.name(totals(environment.getRequiredProperty("thing.topic")))
                .partitions(2)
                .compact()
                .build();
    }

    @Bean
    Projection projection(Environment environment) {
        return new Projection(
                NAME,
                List.of(NAME),
                List.of(
                        Projection.Table.of("entry"),
                        Projection.Table.of("total")
                                .sums("entries")
                                .published("version", totals(environment.getRequiredProperty("thing.topic")))));
    }

    @Bean
    LedgerRepository ledgerRepository(JdbcClient jdbc) {
        return new LedgerRepository(jdbc);
    }

    @Bean
    Projector ledgerProjector(Inbox inbox, LedgerRepository ledger) {
        return new Projector(inbox, ledger);
    }

    static String totals(String topic) {
        return topic + ".total";
    }

    /// With one place where tests step in.
    static class Projector {

        private final Inbox inbox;
        private final LedgerRepository ledger;
        private volatile Consumer<List<Received<ThingState>>> whileRebuilding = _ -> {};

        Projector(Inbox inbox, LedgerRepository ledger) {
            this.inbox = inbox;
            this.ledger = ledger;
        }

        @KafkaListener(id = NAME, groupId = "${thing.group}", topics = "${thing.topic}")
        void on(List<ConsumerRecord<String, byte[]>> records) {
            inbox.receive(records, ThingState.class, events -> {
                if (Thread.currentThread().getName().startsWith("rebuild-")) {
                    whileRebuilding.accept(events);
                }
                ledger.apply(events);
            });
        }

        void whileRebuilding(Consumer<List<Received<ThingState>>> step) {
            whileRebuilding = step;
        }
    }
}
