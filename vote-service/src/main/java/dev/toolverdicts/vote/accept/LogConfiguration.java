package dev.toolverdicts.vote.accept;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;

/// The way into the log: for votes where they are accepted, for withdrawals where a voter's votes are known.
@Configuration(proxyBeanMethods = false)
@OnRole({Role.ACCEPT, Role.QUERY})
class LogConfiguration {

    @Bean
    LogProducer logProducer(ProducerFactory<?, ?> configured, AcceptSettings settings) {
        return new LogProducer(configured.getConfigurationProperties(), settings, VoteLog.TOPIC);
    }

    @Bean
    VoteLog voteLog(LogProducer producer, EventCodec codec, AcceptSettings settings, MeterRegistry meters) {
        return new VoteLog(producer, codec, settings.inFlight(), meters);
    }

    @Bean
    Withdrawals withdrawals(VoteLog log) {
        return new Withdrawals(log);
    }
}
