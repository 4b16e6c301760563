package dev.toolverdicts.gateway;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// A real server behind the gateway. It tells what it was asked, in headers, and can be told to behave badly.
final class Backend {

    interface Behaviour extends BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {}

    static final Behaviour CLOSES_WITHOUT_AN_ANSWER = (request, response) -> {
        response.withConnection(DisposableChannel::dispose);
        return Mono.never();
    };

    static final Behaviour NEVER_ANSWERS = (request, response) -> Mono.never();

    record Asked(String method, String uri, HttpHeaders headers, String body) {}

    private final String name;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private int port;
    private volatile Behaviour behaviour = this::answer;
    private @Nullable DisposableServer server;

    Backend(String name) {
        this.name = name;
        start();
    }

    void start() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .channelGroup(connections)
                .handle((request, response) -> {
                    requests.incrementAndGet();
                    return behaviour.apply(request, response);
                })
                .bindNow();
        port = server.port();
    }

    /// As a killed process: its connections break too.
    void stop() {
        DisposableServer running = Objects.requireNonNull(server);
        running.disposeNow(Duration.ofSeconds(2));
        server = null;
        connections.close().awaitUninterruptibly();
    }

    /// Back to normal, and nothing asked.
    void reset() {
        if (server == null) {
            start();
        }
        behaviour = this::answer;
        asked.clear();
        requests.set(0);
    }

    void behaves(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /// Does this once, then answers.
    void behavesOnce(Behaviour first) {
        this.behaviour = (request, response) -> {
            behaviour = this::answer;
            return first.apply(request, response);
        };
    }

    Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            asked.add(new Asked(
                    request.method().name(),
                    request.uri(),
                    request.requestHeaders().copy(),
                    body));
            return response.header("Backend", name).sendString(Mono.just(name)).then();
        });
    }

    /// How often it was asked, answered or not.
    int requests() {
        return requests.get();
    }

    List<Asked> asked() {
        return asked;
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }
}
