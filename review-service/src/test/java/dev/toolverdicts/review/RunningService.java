package dev.toolverdicts.review;

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
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// One context, one database and one log for all integration tests of the module; each test
/// makes tools of its own.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealInfrastructure
@Import(RunningService.Surroundings.class)
abstract class RunningService {

    static final String UNCHECKABLE_TOKEN = "uncheckable.for.now";

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        NewTopic toolTopic() {
            return TopicBuilder.name("catalog.tool.v1").partitions(6).compact().build();
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

    @DynamicPropertySource
    static void votes(DynamicPropertyRegistry properties) {
        properties.add("vote.query.url", FakeVotes::url);
        properties.add("vote.query.timeout", () -> "20s");
    }

    @LocalServerPort
    private int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    Api api;
    CatalogTopic catalog;
    OwnTopics topics;

    @BeforeEach
    void connect() {
        api = new Api(port, json);
        catalog = new CatalogTopic(json, jdbc);
        topics = new OwnTopics(json);
    }
}
