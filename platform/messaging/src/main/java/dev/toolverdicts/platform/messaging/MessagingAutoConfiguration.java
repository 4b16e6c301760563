package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.telemetry.Tracing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import tools.jackson.databind.json.JsonMapper;

/// What every service has, with or without a database.
@AutoConfiguration
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return new RandomIds();
    }

    @Bean
    EventCodec eventCodec(JsonMapper json, Clock clock, Ids ids, Environment environment) {
        return new EventCodec(json, clock, ids, "/" + environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    NextProtocol nextProtocol() {
        return new NextProtocol();
    }

    @Bean
    MeterBinder tailMetrics(ObjectProvider<TopicTail> tails) {
        return registry -> tails.forEach(tail -> {
            Gauge.builder("messaging.tail.lag", tail, TopicTail::lag)
                    .description("Records of a topic kept in memory that have not been fetched yet")
                    .tag("topic", tail.topic())
                    .register(registry);
            Gauge.builder("messaging.tail.passed", tail, TopicTail::passed)
                    .description("Keys of a topic kept in memory whose latest record cannot be read")
                    .tag("topic", tail.topic())
                    .register(registry);
        });
    }

    @Bean
    SmartInitializingSingleton tailTraces(ObjectProvider<TopicTail> tails, ObjectProvider<Tracing> tracing) {
        return () -> tracing.ifAvailable(traces -> tails.forEach(tail -> tail.tracedBy(traces)));
    }

    @Bean
    ListenerHealthIndicator listenersHealthIndicator(
            ObjectProvider<KafkaListenerEndpointRegistry> listeners, ObjectProvider<TopicTail> tails) {
        return new ListenerHealthIndicator(
                () -> listeners.stream().flatMap(registry -> registry.getListenerContainers().stream()), tails::stream);
    }
}
