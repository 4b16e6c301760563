package dev.toolverdicts.catalog;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/// The topic this service owns.
@Configuration(proxyBeanMethods = false)
class Topics {

    @Bean
    NewTopic toolTopic() {
        return TopicBuilder.name("catalog.tool.v1").partitions(6).compact().build();
    }
}
