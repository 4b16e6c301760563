package dev.toolverdicts.vote;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/// The topics this service owns.
@Configuration(proxyBeanMethods = false)
class Topics {

    private static final String WEEK = Long.toString(Duration.ofDays(7).toMillis());

    /// Every single vote stays readable for a week before only a voter's last one is kept.
    @Bean
    NewTopic castTopic() {
        return TopicBuilder.name("vote.cast.v1")
                .partitions(24)
                .compact()
                .config(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, WEEK)
                .build();
    }

    @Bean
    NewTopic rulingTopic() {
        return TopicBuilder.name("vote.ruling.v1").partitions(24).compact().build();
    }

    @Bean
    NewTopic tallyTopic() {
        return TopicBuilder.name("vote.tally.v1").partitions(6).compact().build();
    }

    @Bean
    NewTopic duelTopic() {
        return TopicBuilder.name("vote.duel.v1").partitions(6).compact().build();
    }

    @Bean
    NewTopic duelRankTopic() {
        return TopicBuilder.name("vote.duel-rank.v1").partitions(1).compact().build();
    }

    /// Words that were taken back are in older records: without a limit, so small a topic is hardly ever
    /// compacted.
    @Bean
    NewTopic voiceTopic() {
        return TopicBuilder.name("vote.voice.v1")
                .partitions(6)
                .compact()
                .config(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, WEEK)
                .build();
    }

    @Bean
    NewTopic leaderboardTopic() {
        return TopicBuilder.name("vote.leaderboard.v1").partitions(1).compact().build();
    }
}
