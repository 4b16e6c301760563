package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsIT extends ThroughTheGateway {

    private static final int LIMIT = 64 * 1024;

    @Test
    void aBodyAsLargeAsTheLimitIsTaken() {
        assertThat(ask("POST", "/api/v1/tools", sized(LIMIT)).statusCode()).isEqualTo(200);
        assertThat(ask("POST", "/api/v1/tools", chunked(LIMIT)).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedAtOnce() {
        HttpResponse<String> answer = ask("POST", "/api/v1/tools", sized(LIMIT + 1));

        assertIsTooLarge(answer);
        assertThat(CATALOG_1.asked()).isEmpty();
        assertThat(CATALOG_2.asked()).isEmpty();
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() {
        assertIsTooLarge(ask("POST", "/api/v1/tools", chunked(LIMIT + 1)));
        assertIsTooLarge(ask("PUT", "/api/v1/tools/a/vote", chunked(4 * LIMIT)));
        assertThat(CATALOG_1.asked()).isEmpty();
        assertThat(CATALOG_2.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/newsletter/subscriptions/import", "/desk/newsletter/import"})
    void wholeFilesAreTakenWhereTheyBelong(String path) {
        assertThat(ask("POST", path, sized(3 * 1024 * 1024)).statusCode()).isEqualTo(200);
        assertThat(ask("POST", path, chunked(3 * 1024 * 1024)).statusCode()).isEqualTo(200);
        assertIsTooLarge(ask("POST", path, sized(32 * 1024 * 1024 + 1)));
        assertThat(NEWSLETTER.asked())
                .allSatisfy(asked -> assertThat(asked.body()).hasSize(3 * 1024 * 1024));
    }

    @Test
    void aFloodIsSlowedDown() {
        HttpResponse<String> answer = write("203.0.113.50");
        assertThat(header(answer, "RateLimit-Limit")).isEqualTo("20");
        assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("19");
        for (int i = 0; i < 1000 && answer.statusCode() != 429; i++) {
            answer = write("203.0.113.50");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("https://toolverdicts.dev/problems/too-many-requests");
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
        assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(write("203.0.113.51").statusCode()).isEqualTo(200);
        assertThat(get("/panel", "X-Forwarded-For", "203.0.113.50").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyHoldsAConnectionWithHalfARequest() {
        for (String request : new String[] {"POST /api/v1/tools", "PUT /api/v1/tools/a/vote"}) {
            String answer = raw(request + " HTTP/1.1", "Host: x", "Content-Length: 100", "Connection: close", "", "{");

            assertThat(answer).doesNotContain("200 OK");
        }
        Stream.of(CATALOG_1, CATALOG_2, VOTE_ACCEPT_1, VOTE_ACCEPT_2)
                .forEach(backend -> assertThat(backend.asked()).isEmpty());
    }

    private HttpResponse<String> write(String from) {
        return ask("POST", "/newsletter/confirm", BodyPublishers.noBody(), "X-Forwarded-For", from);
    }

    private static void assertIsTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("https://toolverdicts.dev/problems/body-too-large");
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    }

    private static BodyPublisher sized(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}
