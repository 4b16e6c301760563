package dev.toolverdicts.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsServerTest {

    private final MetricsServer server = new MetricsServer(at(0), () -> "thing_total 1.0\n");

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void tellsWhatThereIsInTheFormOfPrometheus() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(server.port(), "/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("thing_total 1.0\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void tellsNothingElse() throws IOException, InterruptedException {
        assertThat(get(server.port(), "/actuator").statusCode()).isEqualTo(404);
    }

    @Test
    void isGoneOnceItStops() {
        int port = server.port();

        server.stop();

        assertThat(server.isRunning()).isFalse();
        assertThatThrownBy(() -> get(port, "/metrics")).isInstanceOf(ConnectException.class);
    }

    @Test
    void aTakenPortKeepsNobodyFromServing() {
        var second = new MetricsServer(at(server.port()), () -> "");

        second.start();

        assertThat(second.isRunning()).isFalse();
        assertThat(second.port()).isZero();
        second.stop();
    }
}
