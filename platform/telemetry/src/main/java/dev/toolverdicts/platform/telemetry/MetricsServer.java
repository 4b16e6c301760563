package dev.toolverdicts.platform.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// `GET /metrics` at a port of its own, for Prometheus. Not at the port that takes requests: there the
/// gateway would show it to the world, it would need a token, and asking a busy process how it is would
/// wait behind its work.
final class MetricsServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MetricsServer.class);
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final InetSocketAddress at;
    private final Supplier<String> metrics;
    private volatile @Nullable HttpServer server;

    MetricsServer(InetSocketAddress at, Supplier<String> metrics) {
        this.at = at;
        this.metrics = metrics;
    }

    /// Whoever cannot be watched still serves: a port that is taken is told in the log, and by its
    /// absence to Prometheus.
    @Override
    public void start() {
        try {
            HttpServer opened = HttpServer.create(at, 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/metrics", this::answer);
            opened.start();
            server = opened;
            log.info("event=metrics_open port={}", opened.getAddress().getPort());
        } catch (IOException taken) {
            log.error("event=metrics_not_told at={} cause={}", at, taken.toString());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = metrics.get().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", TEXT);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /// 0 while it is closed.
    int port() {
        HttpServer opened = server;
        return opened == null ? 0 : opened.getAddress().getPort();
    }

    @Override
    public void stop() {
        HttpServer opened = server;
        server = null;
        if (opened != null) {
            opened.stop(0);
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /// First and last of all: starting and stopping are worth watching.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
