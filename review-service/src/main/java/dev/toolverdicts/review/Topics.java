package dev.toolverdicts.review;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/// The topics this service owns.
@Configuration(proxyBeanMethods = false)
class Topics {

    @Bean
    NewTopic criticTopic() {
        return TopicBuilder.name("review.critic.v1").partitions(1).compact().build();
    }

    @Bean
    NewTopic panelTopic() {
        return TopicBuilder.name("review.panel.v1").partitions(6).compact().build();
    }
}
