package dev.toolverdicts.newsletter.issue;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/// The topic this service owns.
@Configuration(proxyBeanMethods = false)
class IssueTopic {

    @Bean
    NewTopic issues() {
        return TopicBuilder.name("newsletter.issue.v1").partitions(1).compact().build();
    }
}
