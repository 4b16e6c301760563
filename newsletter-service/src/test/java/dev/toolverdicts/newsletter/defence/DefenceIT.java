package dev.toolverdicts.newsletter.defence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.WaitingMail;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DefenceIT extends NewsletterInfrastructure {

    private static final String API = "/api/v1/newsletter/subscriptions";

    @Test
    void workIsAcceptedOnceAndForItsOwnChallengeOnly() throws Exception {
        String network = "198.51.100.1";
        useUp(network);
        JsonNode challenge = json(get("/api/v1/newsletter/challenge"));
        String given = challenge.get("challenge").stringValue();
        String solution = solve(given, challenge.get("bits").intValue());

        assertThat(signUp(network, given, "0").statusCode()).isEqualTo(429);
        assertThat(signUp(network, given + "A", solution).statusCode()).isEqualTo(429);
        assertThat(signUp(network, given, solution).statusCode()).isEqualTo(202);
        assertThat(signUp(network, given, solution).statusCode()).isEqualTo(429);
    }

    @Test
    void ofManyAtOnceOneSpendsTheWork() throws Exception {
        String network = "198.51.101.1";
        useUp(network);
        JsonNode challenge = json(get("/api/v1/newsletter/challenge"));
        String given = challenge.get("challenge").stringValue();
        String solution = solve(given, challenge.get("bits").intValue());
        Callable<Integer> spend = () -> signUp(network, given, solution).statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> spend).toList());
            int taken = 0;
            for (var answer : answers) {
                taken += answer.get() == 202 ? 1 : 0;
            }
            assertThat(taken).isOne();
        }
    }

    @Test
    void aNetworkGetsExactlyItsLimitHoweverManyAskAtOnce() throws Exception {
        Callable<Integer> ask = () -> signUp("198.51.102.1", "", "").statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 30).mapToObj(_ -> ask).toList());
            int taken = 0;
            int busy = 0;
            for (var answer : answers) {
                // 503 where the machine is so busy that no connection of the database was free in time.
                assertThat(answer.get()).isIn(202, 429, 503);
                taken += answer.get() == 202 ? 1 : 0;
                busy += answer.get() == 503 ? 1 : 0;
            }
            assertThat(taken).as("%d may have been counted all the same", busy).isBetween(10 - busy, 10);
        }
    }

    @Test
    void theNextNetworkIsNotConcerned() {
        useUp("198.51.103.1");
        assertThat(signUp("198.51.103.255", "", "").statusCode()).isEqualTo(429);
        assertThat(signUp("198.51.104.1", "", "").statusCode()).isEqualTo(202);
    }

    @Test
    void aProgramThatFillsEverythingInIsToldWhatEverybodyIsTold() {
        String email = fresh();
        String other = fresh();
        var trapped = postJson(API, "{\"email\": \"%s\", \"website\": \"https://x.example\"}".formatted(email));
        var plain = postJson(API, "{\"email\": \"%s\"}".formatted(other));
        assertThat(trapped.statusCode()).isEqualTo(plain.statusCode()).isEqualTo(202);
        assertThat(trapped.body()).isEqualTo(plain.body());
        assertThat(new WaitingMail(jdbc).to(email)).isEmpty();
        assertThat(new WaitingMail(jdbc).to(other)).hasSize(1);
    }

    @Test
    void anInboxGetsFewMailsHoweverItsAddressIsWritten() {
        String name = UUID.randomUUID().toString().replace("-", "");
        String dotted = name.substring(0, 4) + "." + name.substring(4);
        List<String> written = List.of(
                name + "+0@gmail.com",
                name + "+1@gmail.com",
                dotted + "@gmail.com",
                name + "@googlemail.com",
                dotted + "+2@googlemail.com");
        for (String email : written) {
            assertThat(postJson(API, "{\"email\": \"%s\"}".formatted(email)).statusCode())
                    .isEqualTo(202);
        }
        var mail = new WaitingMail(jdbc);
        assertThat(written).filteredOn(email -> !mail.to(email).isEmpty()).isEqualTo(written.subList(0, 3));
        assertThat(jdbc.sql("SELECT count(*) FROM subscriber WHERE email IN (:written)")
                        .param("written", written)
                        .query(Integer.class)
                        .single())
                .as("each is kept as it was typed")
                .isEqualTo(written.size());
    }

    private void useUp(String network) {
        for (int time = 0; time < 10; time++) {
            assertThat(signUp(network, "", "").statusCode()).isEqualTo(202);
        }
        assertThat(signUp(network, "", "").statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> signUp(String network, String challenge, String solution) {
        return postJson(
                API,
                "{\"email\": \"%s\", \"challenge\": \"%s\", \"solution\": \"%s\"}"
                        .formatted(fresh(), challenge, solution),
                "X-Client-Ip",
                network);
    }

    /// As a client does it: by trying.
    private static String solve(String challenge, int bits) throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        for (long attempt = 0; ; attempt++) {
            byte[] hash = sha256.digest((challenge + "." + attempt).getBytes(UTF_8));
            if (new BigInteger(1, hash).bitLength() <= 256 - bits) {
                return Long.toString(attempt);
            }
        }
    }

    private static String fresh() {
        return "reader-" + UUID.randomUUID() + "@example.org";
    }
}
