package dev.toolverdicts.platform.messaging;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Rebuilds, where a service declares a [Projection].
@AutoConfiguration(
        after = MessagingDatabaseAutoConfiguration.class,
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnBean(Projection.class)
public class RebuildAutoConfiguration {

    @Bean
    Rebuilds rebuilds(
            List<Projection> projections,
            DataSource database,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KafkaListenerEndpointRegistry listeners,
            ConsumerFactory<String, byte[]> consumers,
            LogGuard logs,
            Assignments assignments,
            LogPositionRepository positions,
            Ids ids) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        var site = new RebuildSite(
                database,
                new TransactionTemplate(transactions),
                snapshot,
                listeners,
                consumers,
                logs,
                assignments,
                positions,
                new ShadowRepository(jdbc),
                new RebuildRepository(jdbc),
                new OperationAuditRepository(jdbc));
        return new Rebuilds(projections, site, ids);
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    RebuildEndpoint rebuildEndpoint(Rebuilds rebuilds) {
        return new RebuildEndpoint(rebuilds);
    }
}
