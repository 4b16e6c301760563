package dev.toolverdicts.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.Executors;

/// Plays the vote service as far as it says who is asking: voters are known by the cookie `voter`,
/// and whoever has none gets one.
final class FakeVotes {

    /// A cookie that is not one of the site's.
    static final String FORGED = "forged";

    /// Who brings this gets no answer.
    static final String AWAY = "away";

    private static final HttpServer SERVER = start();

    private FakeVotes() {}

    static String url() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    static String formToken(String voter) {
        return "token of " + voter;
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/v1/votes", FakeVotes::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        String voter = cookie == null ? UUID.randomUUID().toString() : cookie.replaceFirst("^voter=", "");
        if (voter.equals(AWAY)) {
            exchange.close();
            return;
        }
        if (voter.equals(FORGED)) {
            exchange.getResponseHeaders().add("Set-Cookie", "voter=; Max-Age=0");
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        if (cookie == null) {
            exchange.getResponseHeaders().add("Set-Cookie", "voter=" + voter + "; HttpOnly");
        }
        byte[] body = "{\"votes\": {}, \"formToken\": \"%s\"}"
                .formatted(formToken(voter))
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
