package dev.toolverdicts.vote.ruling;

import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@OnRole({Role.COUNT, Role.QUERY})
class RulingConfiguration {

    @Bean
    Rulings rulings(JdbcClient jdbc, Outbox outbox, MeterRegistry meters) {
        return new Rulings(new RulingRepository(jdbc), outbox::append, new RuledVotes(meters));
    }
}
