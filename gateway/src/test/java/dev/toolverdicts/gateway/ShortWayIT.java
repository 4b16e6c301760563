package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

class ShortWayIT extends ThroughTheGateway {

    private static final String VOTE = "/api/v1/tools/a/vote";
    private static final String SHIP = "{\"choice\":\"ship\"}";

    @Autowired
    private MeterRegistry meters;

    private double before;

    /// What the test before this one asked may be counted only now.
    @BeforeEach
    void count() {
        before = answeredHere();
        await().until(() -> {
            double known = before;
            before = answeredHere();
            return before == known;
        });
    }

    private double answeredHere() {
        return ended("answered");
    }

    /// A client has its answer a moment before it is counted.
    private void assertAnsweredHere(int times) {
        await().untilAsserted(() -> assertThat(answeredHere() - before).isEqualTo(times));
    }

    private double ended(String outcome) {
        return meters.get("gateway.short.way.requests")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private HttpResponse<String> put(String path, BodyPublisher body, String... headers) {
        var all = new ArrayList<>(List.of("Cookie", "voter=" + UUID.randomUUID(), "Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return ask("PUT", path, body, all.toArray(String[]::new));
    }

    private static Backend.Asked asked() {
        return Stream.of(VOTE_ACCEPT_1, VOTE_ACCEPT_2)
                .flatMap(backend -> backend.asked().stream())
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static void bothAnswer(Backend.Behaviour behaviour) {
        VOTE_ACCEPT_1.behaves(behaviour);
        VOTE_ACCEPT_2.behaves(behaviour);
    }

    private void everyBackendForgets() {
        everyBackendBehaves();
    }

    @Test
    void aPlainVoteTakesIt() {
        HttpResponse<String> answer = put(VOTE, BodyPublishers.ofString(SHIP));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(asked().body()).isEqualTo(SHIP);
        everyBackendForgets();
        assertThat(ask("DELETE", VOTE, BodyPublishers.noBody()).statusCode()).isEqualTo(200);
        assertThat(asked().method()).isEqualTo("DELETE");
        assertAnsweredHere(2);
    }

    /// What the service is asked and what the client is told differs in nothing but the body's framing.
    @Test
    void bothWaysAreTheSame() {
        String[] headers = {
            "X-Client-Ip", "6.6.6.6",
            "X-User-Id", "root",
            "Forwarded", "for=6.6.6.6",
            "TE", "trailers",
            "Accept-Language", "de",
            "Authorization", "Bearer x",
            "Sec-Fetch-Site", "same-origin"
        };
        HttpResponse<String> here = put(VOTE, BodyPublishers.ofString(SHIP), headers);
        Backend.Asked hereAsked = asked();
        assertAnsweredHere(1);
        everyBackendForgets();

        HttpResponse<String> there = put(VOTE, BodyPublishers.fromPublisher(BodyPublishers.ofString(SHIP)), headers);
        Backend.Asked thereAsked = asked();

        assertAnsweredHere(1);
        assertThat(hereAsked.body()).isEqualTo(thereAsked.body());
        assertThat(hereAsked.uri()).isEqualTo(thereAsked.uri());
        assertThat(comparable(hereAsked)).isEqualTo(comparable(thereAsked));
        assertThat(comparable(here)).isEqualTo(comparable(there));
        assertThat(hereAsked.headers().get("X-Client-Ip")).startsWith("10.");
        assertThat(hereAsked.headers().get("Host")).startsWith("127.0.0.1:");
        assertThat(header(here, "Content-Security-Policy")).contains("default-src");
        assertThat(header(here, "RateLimit-Remaining")).isEqualTo("3");
    }

    private static Map<String, String> comparable(Backend.Asked asked) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        asked.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        // The long way's client says `Accept: */*` where nobody said anything.
        List.of("content-length", "transfer-encoding", "accept", "traceparent").forEach(headers::remove);
        List.of("cookie", "host", "x-client-ip").forEach(name -> headers.replace(name, "some"));
        return headers;
    }

    private static Map<String, List<String>> comparable(HttpResponse<String> answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        List.of("content-length", "transfer-encoding", "backend").forEach(headers::remove);
        return headers;
    }

    @Test
    void anAnswersStatusHeadersAndBodyPass() {
        bothAnswer((request, response) -> response.status(409)
                .header("Content-Type", "application/problem+json")
                .header("Set-Cookie", "a=1")
                .addHeader("Set-Cookie", "b=2")
                .header("Connection", "keep-alive")
                .header("RateLimit-Limit", "theirs")
                .sendString(Mono.just("{\"title\":\"theirs\"}")));

        HttpResponse<String> answer = put(VOTE, BodyPublishers.ofString(SHIP));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"title\":\"theirs\"}");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(header(answer, "RateLimit-Limit")).isEqualTo("theirs");
        assertAnsweredHere(1);
    }

    @Test
    void aServiceThatFailsIsMeasuredApartAndWhatIsHandedBackToo() {
        double failed = ended("failed");
        double handedBack = ended("handed_back");
        bothAnswer((_, response) -> response.status(503).send());
        await().untilAsserted(() -> {
            assertThat(put(VOTE, BodyPublishers.ofString(SHIP)).statusCode()).isEqualTo(503);
            assertThat(ended("failed")).isGreaterThan(failed);
        });
        assertThat(answeredHere()).isEqualTo(before);

        bothAnswer(Backend.CLOSES_WITHOUT_AN_ANSWER);
        await().untilAsserted(() -> {
            put(VOTE, BodyPublishers.ofString(SHIP));
            assertThat(ended("handed_back")).isGreaterThan(handedBack);
        });
    }

    @Test
    void whatIsNotPlainGoesTheLongWay() {
        put("/api/v1/tools/%61/vote", BodyPublishers.ofString(SHIP));
        put(VOTE + "?x=1", BodyPublishers.ofString(SHIP));
        put(VOTE, BodyPublishers.ofString("x".repeat(5000)));
        put(VOTE, BodyPublishers.ofString(SHIP), "Sec-Fetch-Site", "cross-site");
        ask("PUT", "/api/v1/tools/a/reviews/b", BodyPublishers.ofString(SHIP));
        get(VOTE);

        assertThat(answeredHere()).isEqualTo(before);
    }

    /// What is found out about a request that the framework refuses is nothing for the next one
    /// on the connection.
    @Test
    void whoSharesAConnectionSharesNoLimit() {
        String refused = String.join(
                "\r\n",
                "PUT " + VOTE + " HTTP/1.1",
                "Host: [a:b]",
                "X-Forwarded-For: 192.0.10.1",
                "Cookie: voter=greedy",
                "Content-Length: 0",
                "",
                "");
        for (int i = 0; i < 6; i++) {
            put(VOTE, BodyPublishers.noBody(), "Cookie", "voter=greedy", "X-Forwarded-For", "192.0.10.1");
        }

        String answers =
                raw(refused + "GET /panel HTTP/1.1", "Host: x", "X-Forwarded-For: 192.0.11.1", "Connection: close");

        assertThat(answers).startsWith("HTTP/1.1 400").contains("HTTP/1.1 200 OK", "catalog-");
        assertThat(answers).doesNotContain("429");
    }

    @Test
    void namedHeadersOfOneHopStayThere() {
        String answer = raw(
                "PUT " + VOTE + " HTTP/1.1",
                "Host: x",
                "Content-Length: 0",
                "Connection: X-Secret",
                "X-Secret: 1",
                "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 200 OK");
        assertThat(asked().headers().contains("X-Secret")).isFalse();
        assertThat(answeredHere()).isEqualTo(before);
    }

    @Test
    void connectionsAreUsedAgainAndCopiesTakeTurns() {
        Set<String> ports = new CopyOnWriteArraySet<>();
        Backend.Behaviour noting = (request, response) -> {
            request.withConnection(
                    connection -> ports.add(String.valueOf(connection.channel().remoteAddress())));
            return response.sendString(Mono.just("ok"));
        };
        bothAnswer(noting);

        // A copy that failed in another test is taken in again little by little: it may take long to get its first one.
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> {
                    assertThat(put(VOTE, BodyPublishers.ofString(SHIP)).statusCode())
                            .isEqualTo(200);
                    assertThat(VOTE_ACCEPT_1.requests()).isGreaterThan(4);
                    assertThat(VOTE_ACCEPT_2.requests()).isGreaterThan(4);
                });

        // The client keeps its own connection, so one event loop serves all of them.
        assertThat(ports).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aServiceThatWasRestartedBetweenTwoVotesIsNoticedByNobody() {
        var seen = new HashSet<Integer>();
        for (int i = 0; i < 6; i++) {
            seen.add(put(VOTE, BodyPublishers.ofString(SHIP)).statusCode());
            VOTE_ACCEPT_1.stop();
            VOTE_ACCEPT_1.start();
        }

        assertThat(seen).containsExactly(200);
    }

    @Test
    void whatFailsIsCountedOnce() {
        VOTE_ACCEPT_1.stop();
        VOTE_ACCEPT_2.stop();
        String[] device = {"Cookie", "voter=counted-once", "X-Forwarded-For", "192.0.9.1"};

        for (int i = 0; i < 4; i++) {
            HttpResponse<String> answer = put(VOTE, BodyPublishers.ofString(SHIP), device);
            assertThat(answer.statusCode()).as("vote " + i).isEqualTo(503);
            assertThat(header(answer, "RateLimit-Remaining")).isEqualTo(String.valueOf(3 - i));
        }
        assertThat(put(VOTE, BodyPublishers.ofString(SHIP), device).statusCode())
                .isEqualTo(429);
    }

    @Test
    void aVoteOfNobodyKnownThatIsCutOffIsAnsweredOnce() {
        bothAnswer(Backend.CLOSES_WITHOUT_AN_ANSWER);

        HttpResponse<String> answer = ask("PUT", VOTE, BodyPublishers.ofString(SHIP));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("may have been done", "\"instance\":\"" + VOTE + "\"");
        assertThat(VOTE_ACCEPT_1.requests() + VOTE_ACCEPT_2.requests()).isEqualTo(1);
        assertThat(put(VOTE, BodyPublishers.ofString(SHIP)).statusCode())
                .as("the end of one request is not that of the next")
                .isEqualTo(503);
        everyBackendForgets();
        assertThat(put(VOTE, BodyPublishers.ofString(SHIP)).statusCode()).isEqualTo(200);
    }

    /// An answer that comes after its time must not be taken for the next one's.
    @Test
    void aLateAnswerIsNobodysElse() {
        var late = new AtomicReference<HttpServerResponse>();
        bothAnswer((_, response) -> {
            late.set(response);
            return Mono.never();
        });
        assertThat(put(VOTE, BodyPublishers.ofString(SHIP)).statusCode()).isEqualTo(503);
        everyBackendForgets();
        late.get().sendString(Mono.just("late")).then().subscribe();

        for (int i = 0; i < 4; i++) {
            assertThat(put(VOTE, BodyPublishers.ofString(SHIP)).body()).startsWith("vote-accept-");
        }
    }
}
