package dev.toolverdicts.platform.operations;

import dev.toolverdicts.platform.messaging.DeadLetters;
import dev.toolverdicts.platform.messaging.OperationAudit;
import dev.toolverdicts.platform.messaging.Rebuilds;
import dev.toolverdicts.platform.messaging.Switches;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// The operator's desk, where there is something to operate.
@AutoConfiguration(
        afterName = {
            "dev.toolverdicts.platform.messaging.OperationsAutoConfiguration",
            "dev.toolverdicts.platform.messaging.RebuildAutoConfiguration"
        })
@ConditionalOnBean(DeadLetters.class)
@EnableConfigurationProperties(OperationsSettings.class)
public class OperationsDeskAutoConfiguration {

    @Bean
    OperationsDesk operationsDesk(
            DeadLetters letters,
            Switches switches,
            OperationAudit audit,
            ObjectProvider<Rebuilds> rebuilds,
            Clock clock) {
        return new OperationsDesk(letters, switches, audit, rebuilds.getIfAvailable(), clock);
    }

    @Bean
    OperationsPages operationsPages(OperationsDesk desk, OperationsSettings settings) {
        return new OperationsPages(desk, settings);
    }
}
