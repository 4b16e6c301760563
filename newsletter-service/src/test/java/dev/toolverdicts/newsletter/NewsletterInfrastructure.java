package dev.toolverdicts.newsletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Tracing;
import dev.toolverdicts.platform.test.RealInfrastructure;
import dev.toolverdicts.platform.test.RecordedTraces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The running service, once for all integration tests. Its week is the 48th of 2026.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Tests run the dispatcher's workers by hand, and mail that somebody asked for waits: nobody listens at the
        // port.
        properties = {
            "mail.port=1",
            "site.operator.postal-address=Street 1, Town",
            "newsletter.token-key=dG9rZW4ta2V5LW9mLXRoZS1pbnRlZ3JhdGlvbi10ZXN0cw==",
            "newsletter.dispatch.sessions=0",
            // Of this run alone: the database is new each time, and a list would bring its people along.
            "newsletter.erasures.folder=target/erasures/${random.uuid}",
            "newsletter.bounce.secret=a-secret-of-the-tests",
            // Receivers of webhooks are tests on this machine; the defence has tests of its own.
            "newsletter.alert.gather=0s",
            "newsletter.alert.plain-http=true",
            "newsletter.alert.private-addresses=true"
        })
@RealInfrastructure
@Import(NewsletterInfrastructure.Surroundings.class)
public abstract class NewsletterInfrastructure {

    protected static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    protected static final RecordedTraces TRACES = new RecordedTraces();
    protected static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger NETWORKS = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    protected JdbcClient jdbc;

    /// What other services own, and a clock that stands still.
    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        NewTopic tools() {
            return TopicBuilder.name("catalog.tool.v1").partitions(6).compact().build();
        }

        @Bean
        NewTopic panels() {
            return TopicBuilder.name("review.panel.v1").partitions(6).compact().build();
        }

        @Bean
        NewTopic critics() {
            return TopicBuilder.name("review.critic.v1").partitions(1).compact().build();
        }

        @Bean
        NewTopic tallies() {
            return TopicBuilder.name("vote.tally.v1").partitions(6).compact().build();
        }

        @Bean
        Tracing recordedTracing() {
            return TRACES.tracing();
        }

        @Bean
        SchedulingConfigurer quickAlerts() {
            return new QuickAlerts();
        }

        @Bean
        Clock standingClock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    protected int port() {
        return port;
    }

    protected void publish(String topic, JsonNode value) {
        publish(topic, value.get("toolId").stringValue(), JSON.writeValueAsBytes(value));
    }

    protected void publish(String topic, String key, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        record.headers().add("content-type", "application/json".getBytes(UTF_8));
        String parent = TraceParent.current();
        if (parent != null) {
            record.headers().add(TraceParent.HEADER, parent.getBytes(UTF_8));
        }
        kafka.send(record).join();
    }

    /// A golden sample as a tool or panel of its own.
    protected static ObjectNode as(UUID toolId, byte[] sample) {
        return JSON.readTree(sample).asObject().put("toolId", toolId.toString());
    }

    protected HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    protected HttpResponse<String> postJson(String path, String body, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return send("POST", path, body, all);
    }

    protected HttpResponse<String> postForm(String path, String body, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        return send("POST", path, body, all);
    }

    protected HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    protected HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        // A network of their own for everybody, as far as a test does not say otherwise: limits are per network.
        int network = NETWORKS.incrementAndGet();
        request.header("X-Client-Ip", "10.%d.%d.7".formatted(network / 256, network % 256));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
