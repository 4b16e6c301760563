package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FailuresIT extends ThroughTheGateway {

    @Test
    void aServiceThatIsDownIsUnavailableAtOnce() {
        REVIEW.stop();

        assertThat(header(get("/api/v1/critics"), "Retry-After")).isEqualTo("1");
        assertIsUnavailableWithin(Duration.ofMillis(500));
    }

    /// One answer of several is that quick: whoever waits for a time that is set is late each time, and a
    /// busy machine is not.
    private void assertIsUnavailableWithin(Duration time) {
        await().until(() -> {
            long start = System.nanoTime();
            HttpResponse<String> answer = get("/api/v1/critics");
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertIsProblem(answer, 503, "service-unavailable");
            return taken.compareTo(time) < 0;
        });
    }

    @Test
    void aServiceThatTakesNoConnectionIsUnavailableInTime() throws IOException {
        REVIEW.stop();
        List<SocketChannel> waiting = new ArrayList<>();
        try (var full = new ServerSocket(REVIEW.port(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
                waiting.add(channel);
            }

            assertIsUnavailableWithin(Duration.ofMillis(1500));
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void aServiceThatIsBackIsUsedAgain() {
        REVIEW.stop();
        assertThat(get("/api/v1/critics").statusCode()).isEqualTo(503);

        REVIEW.start();

        assertThat(get("/api/v1/critics").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatNeverAnswersTimesOut() {
        REVIEW.behaves(Backend.NEVER_ANSWERS);

        assertIsProblem(get("/api/v1/critics"), 504, "gateway-timeout");
    }

    @Test
    void aStoppedCopyIsNoticedByNobody() {
        CATALOG_1.stop();

        for (int i = 0; i < 10; i++) {
            assertThat(get("/panel").body()).isEqualTo("catalog-2");
            assertThat(ask("POST", "/api/v1/tools", BodyPublishers.ofString("{}"))
                            .body())
                    .isEqualTo("catalog-2");
        }
        assertThat(CATALOG_2.asked()).hasSize(20);
    }

    @Test
    void aReadThatIsCutOffGoesToAnotherCopy() {
        CATALOG_1.behaves(Backend.CLOSES_WITHOUT_AN_ANSWER);

        assertThat(get("/panel").body()).isEqualTo("catalog-2");
        assertThat(get("/panel").body()).isEqualTo("catalog-2");
    }

    @Test
    void aVoteThatIsCutOffGoesToAnotherCopyWithItsBody() {
        VOTE_ACCEPT_1.behaves(Backend.CLOSES_WITHOUT_AN_ANSWER);

        for (int i = 0; i < 2; i++) {
            var body = BodyPublishers.ofString("{\"choice\":\"ship\"}");
            assertThat(ask("PUT", "/api/v1/tools/a/vote", body, "Cookie", "voter=" + somebody())
                            .body())
                    .isEqualTo("vote-accept-2");
            assertThat(ask(
                                    "DELETE",
                                    "/api/v1/tools/a/vote",
                                    BodyPublishers.noBody(),
                                    "Cookie",
                                    "__Host-voter=" + somebody())
                            .body())
                    .isEqualTo("vote-accept-2");
        }
        assertThat(VOTE_ACCEPT_2.asked())
                .filteredOn(asked -> "PUT".equals(asked.method()))
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.body()).isEqualTo("{\"choice\":\"ship\"}"));
    }

    /// The next copy would take them for somebody else, and both votes would count.
    @Test
    void aVoteOfNobodyKnownIsNotRepeated() {
        VOTE_ACCEPT_1.behaves(Backend.CLOSES_WITHOUT_AN_ANSWER);
        VOTE_ACCEPT_2.behaves(Backend.CLOSES_WITHOUT_AN_ANSWER);

        ask(
                "PUT",
                "/api/v1/tools/a/vote",
                BodyPublishers.ofString("{\"choice\":\"ship\"}"),
                "Cookie",
                "session=" + somebody());

        assertThat(VOTE_ACCEPT_1.requests() + VOTE_ACCEPT_2.requests()).isEqualTo(1);
    }

    @Test
    void aWriteThatIsCutOffIsNotRepeated() {
        CATALOG_1.behaves(Backend.CLOSES_WITHOUT_AN_ANSWER);
        CATALOG_2.behaves(Backend.CLOSES_WITHOUT_AN_ANSWER);

        HttpResponse<String> answer = ask("POST", "/api/v1/tools", BodyPublishers.ofString("{}"));

        assertIsProblem(answer, 503, "service-unavailable");
        assertThat(CATALOG_1.requests() + CATALOG_2.requests()).isEqualTo(1);
    }

    @Test
    void aLoneCopyThatCutsOffIsAskedOnceMore() {
        REVIEW.behavesOnce(Backend.CLOSES_WITHOUT_AN_ANSWER);

        assertThat(get("/api/v1/critics").body()).isEqualTo("review");
    }

    @Test
    void aWriteThatTimesOutIsNotRepeated() {
        CATALOG_1.behaves(Backend.NEVER_ANSWERS);
        CATALOG_2.behaves(Backend.NEVER_ANSWERS);

        HttpResponse<String> answer = ask("POST", "/api/v1/tools", BodyPublishers.ofString("{}"));

        assertIsProblem(answer, 504, "gateway-timeout");
        assertThat(CATALOG_1.requests() + CATALOG_2.requests()).isEqualTo(1);
    }

    @Test
    void aReadThatACopyIsSlowToAnswerGoesToAnother() {
        CATALOG_1.behaves(Backend.NEVER_ANSWERS);

        for (int i = 0; i < 4; i++) {
            assertThat(get("/panel").body()).isEqualTo("catalog-2");
        }
        assertThat(CATALOG_1.requests()).isPositive();
    }

    @Test
    void aReadThatNobodyAnswersTimesOutAfterTwoCopies() {
        CATALOG_1.behaves(Backend.NEVER_ANSWERS);
        CATALOG_2.behaves(Backend.NEVER_ANSWERS);

        long start = System.nanoTime();
        HttpResponse<String> answer = get("/panel");

        assertIsProblem(answer, 504, "gateway-timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("the second copy has what the first has left of two seconds")
                .isLessThan(Duration.ofMillis(2900));
        assertThat(List.of(CATALOG_1.requests(), CATALOG_2.requests())).containsExactly(1, 1);
    }

    @Test
    void aVoteThatACopyDoesNotAnswerIsToBeCastAgain() {
        VOTE_ACCEPT_1.behaves(Backend.NEVER_ANSWERS);
        VOTE_ACCEPT_2.behaves(Backend.NEVER_ANSWERS);

        HttpResponse<String> answer = ask(
                "PUT",
                "/api/v1/tools/a/vote",
                BodyPublishers.ofString("{\"choice\":\"ship\"}"),
                "Cookie",
                "voter=" + somebody());

        assertIsProblem(answer, 503, "service-unavailable");
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
        // The first copy may still take it, after whatever the voter does next.
        assertThat(VOTE_ACCEPT_1.requests() + VOTE_ACCEPT_2.requests()).isEqualTo(1);
    }

    @Test
    void peopleGetAPageAndProgramsADocument() {
        REVIEW.stop();

        HttpResponse<String> page = get("/api/v1/critics", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(page, "Retry-After")).isEqualTo("1");
        assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("href=\"/assets/site.css\"", "Tool Verdicts");
        assertIsProblem(get("/nowhere", "Accept", "application/json, text/html;q=0.5"), 404, "not-found");
        assertIsProblem(get("/nowhere"), 404, "not-found");
        assertThat(get("/nowhere").body()).contains("\"instance\":\"/nowhere\"");
    }

    @Test
    void aHeadOfNothingHasNoBody() {
        HttpResponse<String> answer = ask("HEAD", "/nowhere", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aServicesOwnProblemPassesUntouched() {
        REVIEW.behaves((request, response) -> response.status(422)
                .header("Content-Type", "application/problem+json")
                .sendString(Mono.just("{\"title\":\"theirs\"}")));

        HttpResponse<String> answer = get("/api/v1/critics");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("{\"title\":\"theirs\"}");
    }

    /// Quotas are for each device.
    private static String somebody() {
        return UUID.randomUUID().toString();
    }

    private static void assertIsProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"https://toolverdicts.dev/problems/" + type + "\"", "\"status\":" + status)
                .doesNotContain("127.0.0.1", "Exception");
    }
}
