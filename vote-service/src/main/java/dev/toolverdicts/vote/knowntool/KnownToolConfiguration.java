package dev.toolverdicts.vote.knowntool;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.messaging.TopicTail;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration(proxyBeanMethods = false)
class KnownToolConfiguration {

    @Bean
    KnownTools knownTools(ConsumerFactory<String, byte[]> consumers, EventCodec codec, KnownToolSettings settings) {
        return new KnownTools(consumers, codec, settings.patience());
    }

    @Bean
    TopicTail knownToolsTail(KnownTools tools) {
        return tools.tail();
    }

    @Bean
    HealthIndicator knownToolsHealthIndicator(KnownTools tools) {
        return () -> tools.tail().caughtUp()
                ? Health.up().build()
                : Health.outOfService().build();
    }
}
