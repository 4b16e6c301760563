package dev.toolverdicts.newsletter.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.WaitingMail;
import dev.toolverdicts.newsletter.subscriber.AddressHashes;
import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ImportIT extends NewsletterInfrastructure {

    private static final String PATH = "/api/v1/newsletter/subscriptions/import";
    private static final String LOOK = PATH + "?dryRun=true";
    private static final String TAKE = PATH + "?dryRun=false";

    @Autowired
    private AddressHashes hashes;

    @Autowired
    private InvitationWorker worker;

    private final String fresh = "imported-" + UUID.randomUUID() + "@example.org";

    @AfterEach
    void nobodyElseIsAsked() {
        jdbc.sql("DELETE FROM invitation").update();
        new WaitingMail(jdbc).forget(fresh);
    }

    private HttpResponse<String> post(String path, String file, String... headers) {
        var all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Content-Type";
        all[1] = "text/csv";
        all[2] = "Authorization";
        all[3] = TestTokens.bearer("newsletter");
        return send("POST", path, BodyPublishers.ofString(file), all);
    }

    private JsonNode report(String path, String file, String... headers) {
        HttpResponse<String> answer = post(path, file, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static Map<String, Long> counts(JsonNode report) {
        return java.util.stream.Stream.of("rows", "added", "known", "suppressed", "repeated", "refused")
                .collect(Collectors.toMap(name -> name, name -> report.get(name).longValue()));
    }

    private int subscribers(String email) {
        return jdbc.sql("SELECT count(*) FROM subscriber WHERE email_key = :key")
                .param("key", email)
                .query(Integer.class)
                .single();
    }

    @Test
    void onlyNewsletterEditorsImport() {
        assertThat(send("POST", PATH, "email\n", "Content-Type", "text/csv").statusCode())
                .isEqualTo(401);
        assertThat(send(
                                "POST",
                                PATH,
                                "email\n",
                                "Content-Type",
                                "text/csv",
                                "Authorization",
                                TestTokens.bearer("editor"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aDryRunTellsEverythingAndChangesNothing() {
        Reader known = Reader.subscribed(jdbc);
        Reader left = Reader.subscribed(jdbc);
        suppress(left, "unsubscribed");
        String erased = "erased-" + UUID.randomUUID() + "@example.org";
        remember(erased, "erased");
        String file = "email,topics\n%s,models\n%s,\n%s,\n%s,\n%s,\nno address,\n"
                .formatted(fresh, known.email(), left.email(), erased, fresh.toUpperCase(java.util.Locale.ROOT));

        JsonNode look = report(LOOK, file);

        assertThat(look.get("dryRun").booleanValue()).isTrue();
        assertThat(counts(look))
                .isEqualTo(
                        Map.of("rows", 6L, "added", 1L, "known", 1L, "suppressed", 2L, "repeated", 1L, "refused", 1L));
        assertThat(look.at("/errors/0/line").intValue()).isEqualTo(7);
        assertThat(look.at("/errors/0/column").stringValue()).isEqualTo("email");
        assertThat(subscribers(fresh)).isZero();

        assertThat(counts(report(PATH, file)))
                .as("a dry run is what one gets unasked")
                .isEqualTo(counts(look));
        assertThat(counts(report(TAKE, file))).isEqualTo(counts(look));
        assertThat(subscribers(fresh)).isEqualTo(1);
    }

    @Test
    void whoIsImportedIsAskedAndConfirmsLikeAnybodyElse() {
        report(TAKE, "email,topics,source\n" + fresh + ",models coding,fair-2026\n");
        worker.askSome();
        assertThat(status(fresh)).isEqualTo("pending");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(new WaitingMail(jdbc).to(fresh)).hasSize(1));
        String link = new WaitingMail(jdbc).link(fresh, "confirm");
        assertThat(get(link).statusCode()).isEqualTo(200);
        assertThat(status(fresh)).as("opening is no consent").isEqualTo("pending");
        assertThat(postForm(link, "").statusCode()).isEqualTo(200);

        assertThat(status(fresh)).isEqualTo("confirmed");
        assertThat(jdbc.sql("SELECT topics::text || source FROM subscriber WHERE email_key = :key")
                        .param("key", fresh)
                        .query(String.class)
                        .single())
                .isEqualTo("{models,coding}fair-2026");
        assertThat(jdbc.sql("SELECT count(*) FROM consent JOIN subscriber USING (subscriber_id) WHERE email_key = :key")
                        .param("key", fresh)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anotherImportAsksNobodyTwice() {
        String file = "email\n" + fresh + "\n";
        report(TAKE, file);
        assertThat(counts(report(TAKE, file))).containsEntry("added", 0L).containsEntry("known", 1L);
        worker.askSome();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql("""
                                        SELECT count(*) FROM invitation JOIN subscriber USING (subscriber_id)
                                        WHERE email_key = :key
                                        """)
                                .param("key", fresh)
                                .query(Integer.class)
                                .single())
                        .isZero());
        assertThat(new WaitingMail(jdbc).to(fresh)).hasSize(1);
    }

    @Test
    void suppressedPeopleNeverComeBack() {
        for (String reason : new String[] {"unsubscribed", "hard_bounce", "soft_bounces", "complaint", "operator"}) {
            Reader gone = Reader.subscribed(jdbc);
            suppress(gone, reason);
            Map<String, Object> before = gone.row();

            assertThat(counts(report(TAKE, "email\n" + gone.email() + "\n")))
                    .as(reason)
                    .containsEntry("suppressed", 1L)
                    .containsEntry("added", 0L);
            assertThat(gone.row()).isEqualTo(before);
            assertThat(new WaitingMail(jdbc).to(gone.email())).isEmpty();
        }
        remember(fresh, "erased");
        assertThat(counts(report(TAKE, "email\n" + fresh + "\n"))).containsEntry("suppressed", 1L);
        assertThat(subscribers(fresh)).isZero();
    }

    @Test
    void whoIsErasedBetweenImportAndMailIsNotAsked() {
        jdbc.sql("""
                        INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at)
                        VALUES (:id, :email, :email, 'pending', '{}', now())
                        """).param("id", UUID.randomUUID()).param("email", fresh).update();
        remember(fresh, "complaint");
        jdbc.sql("INSERT INTO invitation SELECT subscriber_id, now() FROM subscriber WHERE email_key = :key")
                .param("key", fresh)
                .update();
        worker.askSome();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql(
                                        "SELECT count(*) FROM invitation JOIN subscriber USING (subscriber_id) WHERE email_key = :k")
                                .param("k", fresh)
                                .query(Integer.class)
                                .single())
                        .isZero());
        assertThat(new WaitingMail(jdbc).to(fresh)).isEmpty();
    }

    @Test
    void nothingOfAFileThatCannotBeReadIsTaken() {
        String people =
                IntStream.range(0, 1200).mapToObj(i -> i + "-" + fresh + "\n").collect(Collectors.joining());
        HttpResponse<String> answer = post(TAKE, "email\n" + people + "\"open\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("type").stringValue()).endsWith("/invalid-input");
        assertThat(json(answer).at("/errors/0/detail").stringValue()).startsWith("line 1202: ");
        assertThat(subscribers("0-" + fresh)).isZero();
    }

    @Test
    void theSameKeyImportsOnceAndAnsweresTheSame() {
        String file = "email\n" + fresh + "\nnobody\n";
        String key = UUID.randomUUID().toString();
        JsonNode first = report(TAKE, file, "Idempotency-Key", key);
        assertThat(counts(first)).containsEntry("added", 1L);
        assertThat(report(TAKE, file, "Idempotency-Key", key)).isEqualTo(first);

        HttpResponse<String> other = post(TAKE, "email\nx" + fresh + "\n", "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(subscribers("x" + fresh)).isZero();
    }

    @Test
    void fiftyAtOnceWithOneKeyImportOnce() throws Exception {
        String file = "email\n" + fresh + "\n";
        String key = UUID.randomUUID().toString();
        Callable<HttpResponse<String>> import_ = () -> post(TAKE, file, "Idempotency-Key", key);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 50).mapToObj(_ -> import_).toList())) {
                // 503 where the machine is so busy that no connection of the database was free in time.
                assertThat(answer.get().statusCode()).isIn(200, 409, 503);
                if (answer.get().statusCode() == 200) {
                    assertThat(counts(json(answer.get()))).containsEntry("added", 1L);
                }
            }
        }
        assertThat(subscribers(fresh)).isEqualTo(1);
    }

    @Test
    void anImportThatBrokeOffGoesOnWhereItWas() {
        String file = "email\n"
                + IntStream.range(0, 1100).mapToObj(i -> i + "-" + fresh + "\n").collect(Collectors.joining());
        String key = UUID.randomUUID().toString();
        assertThat(counts(report(TAKE, file, "Idempotency-Key", key))).containsEntry("added", 1100L);
        // As after a crash in its second part.
        jdbc.sql(
                        "DELETE FROM invitation WHERE subscriber_id IN (SELECT subscriber_id FROM subscriber WHERE email_key LIKE :k)")
                .param("k", "%-" + fresh)
                .update();
        jdbc.sql("DELETE FROM subscriber WHERE email_key LIKE :k AND split_part(email_key, '-', 1)::int >= 500")
                .param("k", "%-" + fresh)
                .update();
        jdbc.sql("""
                        UPDATE subscriber_import SET rows_done = 500, added = 500, finished_at = NULL,
                            touched_at = touched_at - interval '10 seconds'
                        WHERE import_id = (SELECT (result #>> '{}')::uuid FROM keyed_request WHERE key = :key)
                        """).param("key", key).update();
        assertThat(post(TAKE, file, "Idempotency-Key", key).statusCode())
                .as("somebody may still work on it")
                .isEqualTo(409);
        jdbc.sql("""
                        UPDATE subscriber_import SET touched_at = touched_at - interval '2 minutes'
                        WHERE import_id = (SELECT (result #>> '{}')::uuid FROM keyed_request WHERE key = :key)
                        """).param("key", key).update();

        assertThat(counts(report(TAKE, file, "Idempotency-Key", key)))
                .containsEntry("added", 1100L)
                .containsEntry("known", 0L);
        assertThat(jdbc.sql("SELECT count(*) FROM subscriber WHERE email_key LIKE :k")
                        .param("k", "%-" + fresh)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1100);
        jdbc.sql("DELETE FROM invitation").update();
    }

    @Test
    void aFileMayHaveThirtyTwoMegabytesAndNoMore() {
        byte[] row = ("a@example.org," + "x".repeat(100) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var file = new java.io.ByteArrayOutputStream();
        file.writeBytes("email,source\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        while (file.size() + row.length <= 32 * 1024 * 1024) {
            file.writeBytes(row);
        }
        String[] headers = {"Content-Type", "text/csv", "Authorization", TestTokens.bearer("newsletter")};
        HttpResponse<String> answer = send("POST", LOOK, BodyPublishers.ofByteArray(file.toByteArray()), headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(counts(json(answer))).containsEntry("added", 1L);

        file.writeBytes(row);
        file.writeBytes(row);
        assertThat(send("POST", LOOK, BodyPublishers.ofByteArray(file.toByteArray()), headers)
                        .statusCode())
                .isEqualTo(413);
    }

    private void suppress(Reader reader, String reason) {
        jdbc.sql("UPDATE subscriber SET suppressed = :reason WHERE subscriber_id = :id")
                .param("reason", reason)
                .param("id", reader.id())
                .update();
    }

    private void remember(String email, String reason) {
        jdbc.sql("INSERT INTO suppression (email_hash, reason, since) VALUES (:hash, :reason, now())")
                .param("hash", hashes.of(email))
                .param("reason", reason)
                .update();
    }

    private String status(String email) {
        return jdbc.sql("SELECT status FROM subscriber WHERE email_key = :key")
                .param("key", email)
                .query(String.class)
                .single();
    }
}
