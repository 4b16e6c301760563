package dev.toolverdicts.platform.messaging;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What operators can do to a service with a database; who may, and at which address, is the
/// service's to say.
@AutoConfiguration(after = MessagingDatabaseAutoConfiguration.class)
@ConditionalOnBean(Inbox.class)
public class OperationsAutoConfiguration {

    @Bean
    OperationAudit operationAudit(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new OperationAudit(new OperationAuditRepository(jdbc), new TransactionTemplate(transactions));
    }

    @Bean
    DeadLetters deadLetters(
            JdbcClient jdbc,
            ObjectProvider<KafkaListenerEndpointRegistry> listeners,
            LogPositionRepository positions,
            EventCodec codec,
            PlatformTransactionManager transactions) {
        return new DeadLetters(
                new DeadLetterQueries(jdbc),
                new DecisionRepository(jdbc),
                new Replayer(listeners::getObject),
                positions,
                new OperationAuditRepository(jdbc),
                codec,
                new TransactionTemplate(transactions));
    }

    @Bean
    Switches switches(
            JdbcClient jdbc,
            ObjectProvider<KafkaListenerEndpointRegistry> listeners,
            PlatformTransactionManager transactions) {
        return new Switches(
                new SwitchRepository(jdbc),
                new OperationAuditRepository(jdbc),
                listeners::getObject,
                new TransactionTemplate(transactions));
    }

    @Bean
    PausesHealthIndicator pausesHealthIndicator(Pauses pauses) {
        return new PausesHealthIndicator(pauses);
    }
}
