package dev.toolverdicts.platform.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;

/// A whole service in one file: a table, a topic, an outbox and a projection.
@SpringBootConfiguration
@EnableAutoConfiguration
class ThingApplication {

    @Bean
    NewTopic thingTopic() {
        return TopicBuilder.name(ThingService.TOPIC).partitions(3).compact().build();
    }

    @Bean
    ThingRepository thingRepository(JdbcClient jdbc) {
        return new ThingRepository(jdbc);
    }

    @Bean
    ThingService thingService(ThingRepository things, Outbox outbox) {
        return new ThingService(things, outbox);
    }

    @Bean
    ThingProjector thingProjector(Inbox inbox, ThingRepository things) {
        return new ThingProjector(inbox, things);
    }
}
