package dev.toolverdicts.platform.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;

/// A whole service in one file: a table, a topic, an outbox and a projection.
@SpringBootConfiguration
@EnableAutoConfiguration
class ThingApplication {

    @Bean
    NewTopic thingTopic(Environment environment) {
        return TopicBuilder.name(topic(environment)).partitions(3).compact().build();
    }

    @Bean
    ThingRepository thingRepository(JdbcClient jdbc) {
        return new ThingRepository(jdbc);
    }

    @Bean
    ThingService thingService(ThingRepository things, Outbox outbox, Environment environment) {
        return new ThingService(topic(environment), things, outbox);
    }

    @Bean
    ThingProjector thingProjector(Inbox inbox, ThingRepository things) {
        return new ThingProjector(inbox, things);
    }

    private static String topic(Environment environment) {
        return environment.getProperty("thing.topic", "thing.state.v1");
    }
}
