package dev.toolverdicts.vote.fraud;

import dev.toolverdicts.vote.counted.VoteLogEnd;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.ruling.Rulings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@OnRole(Role.COUNT)
class FraudConfiguration {

    @Bean
    FraudWatch fraudWatch(
            JdbcClient jdbc,
            Rulings rulings,
            PlatformTransactionManager transactions,
            ConsumerFactory<String, byte[]> consumers,
            FraudSettings settings,
            Clock clock,
            MeterRegistry meters) {
        var scan = new FraudScan(
                new FraudQueries(jdbc),
                new RushQueries(jdbc),
                new BrigadeRepository(jdbc),
                new JudgedRepository(jdbc),
                rulings,
                new TransactionTemplate(transactions),
                new CountedUntil(new VoteLogEnd(consumers, jdbc), clock),
                settings,
                clock);
        return new FraudWatch(scan, settings.scanEvery(), meters.timer("vote.fraud.look"));
    }
}
