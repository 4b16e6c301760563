package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

class BareApplicationIT {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Bare {}

    /// As a role without a database reads a topic.
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Tailing {

        @Bean
        TopicTail tail(ConsumerFactory<String, byte[]> consumers) {
            return new TopicTail(consumers, "not.there.v1", _ -> {});
        }
    }

    @Test
    void aServiceWithoutListenersAndOwnTopicsHasAnOutbox() {
        try (var instance = Instance.start(Bare.class, Instance.Place.fresh())) {
            assertThat(instance.context().getBean(Outbox.class)).isNotNull();
            assertThat(instance.context().getBean(OutboxAuditor.class).audit()).isZero();
            assertThat(instance.health("liveness")).isEqualTo(Status.UP);
        }
    }

    @Test
    void aServiceWithoutADatabaseHasClockIdsCodecTailsAndLiveness() {
        try (var instance = Instance.start(
                Tailing.class,
                Instance.Place.fresh(),
                "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")) {
            assertThat(instance.context().getBean(Clock.class)).isNotNull();
            assertThat(instance.context().getBean(Ids.class).next()).isNotNull();
            assertThat(instance.context().getBean(EventCodec.class)).isNotNull();
            assertThat(instance.context().getBean(TopicTail.class).isRunning()).isTrue();
            assertThat(instance.context().getBeanNamesForType(Outbox.class)).isEmpty();
            assertThat(instance.context().getBeanNamesForType(Inbox.class)).isEmpty();
            assertThat(instance.health("liveness")).isEqualTo(Status.UP);
        }
    }
}
