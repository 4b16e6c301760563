package dev.toolverdicts.vote;

import dev.toolverdicts.platform.telemetry.Tracing;
import dev.toolverdicts.platform.test.RealInfrastructure;
import dev.toolverdicts.platform.test.RecordedTraces;
import dev.toolverdicts.vote.count.TallyCheck;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/// The whole service with all roles, on real PostgreSQL and Kafka; one for all tests, each of which has
/// tools and voters of its own.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "vote.secret=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            // Whoever stops a listener, or looks up one place of the log, waits for the last question to be answered.
            "spring.kafka.consumer.properties.fetch.max.wait.ms=100",
            // Votes come one by one here.
            "vote.count.gather-millis=50",
            "vote.known-tool.patience=1s",
            "site.operator.postal-address=Street 1, Town",
            "vote.ranking.refresh-every=1h",
            "vote.fraud.scan-every=250ms",
            "vote.voice.refresh-every=200ms",
            "vote.email.mail-every=200ms",
            // Tests make days of their own, which a night of today would clear away.
            "vote.dataset.enabled=false",
            // More than are held of a tool where they are decided about at once.
            "vote.moderation.most-at-once=4",
            // Of this run alone: voters of another one are nobody's here.
            "vote.deletions.folder=target/deletions/${random.uuid}"
        })
@RealInfrastructure
@Import({Catalog.class, VoteTopics.class, Mailbox.class, WholeService.Recording.class})
abstract class WholeService {

    static final Duration SOON = Duration.ofSeconds(15);
    static final RecordedTraces TRACES = new RecordedTraces();

    @TestConfiguration(proxyBeanMethods = false)
    static class Recording {

        @Bean
        Tracing recorded() {
            return TRACES.tracing();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Catalog catalog;

    @Autowired
    VoteTopics topics;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TallyCheck check;

    @Autowired
    KafkaListenerEndpointRegistry listeners;
}
