package dev.toolverdicts.catalog;

import dev.toolverdicts.platform.test.RealInfrastructure;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.json.JsonMapper;

/// One context, one database and one log for all integration tests of the module; each test makes tools of its own.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // A night's dataset would take away the old days that tests make.
        properties = {"catalog.live.heartbeat=2s", "catalog.dataset.every=24h"})
@RealInfrastructure
@Import(RunningService.Surroundings.class)
abstract class RunningService {

    static final String UNCHECKABLE_TOKEN = "uncheckable.for.now";

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        NewTopics topicsOfOthers() {
            return new NewTopics(
                    topic("review.panel.v1", 6),
                    topic("review.critic.v1", 1),
                    topic("vote.tally.v1", 6),
                    topic("vote.leaderboard.v1", 1),
                    topic("vote.duel.v1", 6),
                    topic("vote.duel-rank.v1", 1),
                    topic("vote.voice.v1", 6));
        }

        private static NewTopic topic(String name, int partitions) {
            return TopicBuilder.name(name).partitions(partitions).compact().build();
        }

        /// The keys cannot be fetched while this one token is checked.
        @Bean
        static BeanPostProcessor keysOutOfReach() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof JwtDecoder decoder ? (JwtDecoder) token -> decode(decoder, token) : bean;
                }
            };
        }

        private static Jwt decode(JwtDecoder decoder, String token) {
            if (token.equals(UNCHECKABLE_TOKEN)) {
                throw new JwtException("keys out of reach");
            }
            return decoder.decode(token);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    Api api;
    OtherServices others;
    OwnTopics topics;

    @BeforeEach
    void connect() {
        api = new Api(port, json);
        others = new OtherServices(json, jdbc);
        topics = new OwnTopics(json);
    }
}
