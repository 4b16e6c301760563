package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/// A few small pages that only this machine can see.
final class LoopbackSite {

    /// What is printed, with the port, once it listens.
    static final String LISTENING = "listening on port ";

    /// @param type the content's media type
    record Answer(int status, String type, byte[] body) {

        static Answer notFound() {
            return text(404, "not found\n");
        }

        static Answer notAllowed() {
            return text(405, "method not allowed\n");
        }

        static Answer text(int status, String text) {
            return new Answer(status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
        }
    }

    @FunctionalInterface
    interface Page {
        Answer answer(URI address) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Map<String, Page>> pages = new HashMap<>();

    LoopbackSite(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    /// Answers GET and HEAD for this path and everything below it that has no page of its own.
    void get(String path, Page page) {
        on("GET", path, page);
    }

    void on(String method, String path, Page page) {
        pages.computeIfAbsent(path, _ -> new HashMap<>()).put(method, page);
    }

    void start() {
        pages.forEach((path, methods) -> server.createContext(path, exchange -> answer(exchange, methods)));
        server.start();
        System.out.println(LISTENING + server.getAddress().getPort());
        System.out.flush();
    }

    private static void answer(HttpExchange exchange, Map<String, Page> methods) throws IOException {
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        Page page = methods.get(isHead ? "GET" : exchange.getRequestMethod());
        exchange.getRequestBody().readAllBytes();
        send(exchange, page == null ? Answer.notAllowed() : page.answer(exchange.getRequestURI()), isHead);
    }

    private static void send(HttpExchange exchange, Answer answer, boolean isHead) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        boolean isEmpty = isHead || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : answer.body().length);
        try (var out = exchange.getResponseBody()) {
            if (!isEmpty) {
                out.write(answer.body());
            }
        }
    }
}
