package dev.toolverdicts.gateway;

import dev.toolverdicts.platform.telemetry.Tracing;
import dev.toolverdicts.platform.test.RecordedTraces;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// One gateway and its backends for all tests that need them running.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s",
            "gateway.copies.rest-after-failure=100ms",
            "gateway.copies.another-after=1s",
            "gateway.copies.slow-start=100ms",
            "gateway.edge.trusted-hops=127.0.0.1",
            "gateway.rate.writes-per-second=20",
            "gateway.quota.subject.burst=4",
            "gateway.quota.subject.per-minute=1",
            "gateway.quota.device.burst=7",
            "gateway.quota.device.per-minute=1",
            "gateway.quota.network.burst=12",
            "gateway.quota.network.per-minute=1",
            "gateway.reads.anonymous.burst=40",
            "gateway.reads.anonymous.per-minute=1",
            "gateway.reads.tiers.standard.burst=50",
            "gateway.reads.tiers.standard.per-minute=1",
            "gateway.body.patience=1s",
            "gateway.description.ttl=50ms",
            "gateway.description.retry=50ms",
            "gateway.description.timeout=500ms"
        })
@Import(ThroughTheGateway.Recording.class)
abstract class ThroughTheGateway {

    static final RecordedTraces TRACES = new RecordedTraces();

    @TestConfiguration(proxyBeanMethods = false)
    static class Recording {

        @Bean
        Tracing recorded() {
            return TRACES.tracing();
        }
    }

    static final Backend CATALOG_1 = new Backend("catalog-1");
    static final Backend CATALOG_2 = new Backend("catalog-2");
    static final Backend REVIEW = new Backend("review");
    static final Backend VOTE_ACCEPT_1 = new Backend("vote-accept-1");
    static final Backend VOTE_ACCEPT_2 = new Backend("vote-accept-2");
    static final Backend VOTE_QUERY = new Backend("vote-query");
    static final Backend VOTE_COUNT = new Backend("vote-count");
    static final Backend NEWSLETTER = new Backend("newsletter");
    static final List<Backend> ALL =
            List.of(CATALOG_1, CATALOG_2, REVIEW, VOTE_ACCEPT_1, VOTE_ACCEPT_2, VOTE_QUERY, VOTE_COUNT, NEWSLETTER);

    private static final AtomicInteger VISITORS = new AtomicInteger();

    final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        settings.add("CATALOG_SERVICE_URLS", () -> CATALOG_1.url() + "," + CATALOG_2.url());
        settings.add("REVIEW_SERVICE_URLS", REVIEW::url);
        settings.add("VOTE_ACCEPT_URLS", () -> VOTE_ACCEPT_1.url() + "," + VOTE_ACCEPT_2.url());
        settings.add("VOTE_QUERY_URLS", VOTE_QUERY::url);
        settings.add("VOTE_COUNT_URLS", VOTE_COUNT::url);
        settings.add("NEWSLETTER_SERVICE_URLS", NEWSLETTER::url);
    }

    @BeforeEach
    void everyBackendBehaves() {
        ALL.forEach(Backend::reset);
    }

    int port() {
        return port;
    }

    HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> ask(String method, String path, BodyPublisher body, String... headers) {
        try {
            return client.send(request(method, path, body, headers).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError("no answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    /// Each request comes from a visitor in a network of its own, so that limits are met only where a
    /// test wants to meet them.
    HttpRequest.Builder request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body);
        int visitor = VISITORS.getAndIncrement();
        request.header("X-Forwarded-For", "10." + (visitor / 250) + "." + (visitor % 250) + ".1");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    /// Sends exactly these lines, each ended by CR LF, and returns all that comes back.
    String raw(String... lines) {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new AssertionError("no answer", failure);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
