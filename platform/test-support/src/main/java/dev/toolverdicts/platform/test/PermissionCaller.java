package dev.toolverdicts.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/// Sends requests that are harmless wherever they are let in.
final class PermissionCaller {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final int port;

    PermissionCaller(int port) {
        this.port = port;
    }

    /// @param problem the document of a refusal, empty for everything else
    record Answer(int status, String challenge, String problem) {

        boolean is(String wanted, String method) {
            return switch (wanted) {
                case PermissionActor.LET_IN -> !isRefusal(method) && status != 500;
                case PermissionActor.REFUSED -> isRefusal(method) || (method.equals("HEAD") && status == 405);
                case PermissionActor.UNKNOWN -> status == 401 && challenge.startsWith("Bearer");
                case PermissionActor.WITHOUT_TOKEN -> status >= 400 && status < 500;
                default -> throw new IllegalArgumentException(wanted);
            };
        }

        /// Forms are refused with 403 too, when they are not of the sender's sign-in: for that one has to be let in.
        private boolean isRefusal(String method) {
            return status == 401
                    || (status == 403 && (method.equals("HEAD") || problem.contains("/problems/forbidden")));
        }
    }

    Answer ask(String method, String path, PermissionActor actor) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Cookie", "voter=x; session=x")
                .method(method, READS.contains(method) ? BodyPublishers.noBody() : BodyPublishers.ofString("x"));
        if (!READS.contains(method)) {
            request.header("Content-Type", "text/x-nobody-reads-this").header("Idempotency-Key", "k".repeat(300));
        }
        if (actor.authorization() != null) {
            request.header("Authorization", actor.authorization());
        }
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            // A stream has no end to wait for.
            try (InputStream body = answer.body()) {
                boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403;
                return new Answer(
                        answer.statusCode(),
                        answer.headers().firstValue("WWW-Authenticate").orElse(""),
                        refused ? new String(body.readAllBytes(), UTF_8) : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
