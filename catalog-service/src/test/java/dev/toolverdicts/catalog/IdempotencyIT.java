package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class IdempotencyIT extends RunningService {

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void fiftyRequestsWithOneKeyAddOneTool() throws Exception {
        String key = UUID.randomUUID().toString();
        Draft draft = Draft.fresh();
        var start = new CountDownLatch(1);
        List<Api.Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> sent = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return api.post(draft.json(), "Idempotency-Key", key);
                    }))
                    .toList();
            start.countDown();
            for (Future<Api.Answer> each : sent) {
                answers.add(each.get());
            }
        }

        assertThat(answers)
                .extracting(Api.Answer::status)
                .isSubsetOf(201, 409, 503)
                .contains(201);
        assertThat(answers.stream().filter(answer -> answer.status() == 201).map(Api.Answer::text))
                .containsOnly(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .findFirst()
                        .orElseThrow()
                        .text());
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allSatisfy(answer -> assertThat(answer.at("/type")).endsWith("/request-in-flight"));
        assertThat(countOf(draft)).isEqualTo(1);
        Api.Answer late = api.post(draft.json(), "Idempotency-Key", key);
        assertThat(late.status()).isEqualTo(201);
    }

    private int countOf(Draft draft) {
        return jdbc.sql("SELECT count(*) FROM tool WHERE name = :name")
                .param("name", draft.name())
                .query(Integer.class)
                .single();
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerEvenWhenTheToolHasChangedSince() {
        String key = UUID.randomUUID().toString();
        Draft draft = Draft.fresh();
        Api.Answer first = api.post(draft.json(), "Idempotency-Key", key);
        assertThat(api.put(
                                first.at("/slug"),
                                "\"1\"",
                                draft.with("tagline", "Another line").json())
                        .status())
                .isEqualTo(200);

        Api.Answer again = api.post(" " + draft.json().replace(",", " , "), "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        assertThat(api.post(Draft.fresh().json(), "Idempotency-Key", key).status())
                .isEqualTo(201);
        Draft other = Draft.fresh();

        Api.Answer answer = api.post(other.json(), "Idempotency-Key", key);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/type")).endsWith("/idempotency-key-reused");
        assertThat(countOf(other)).isZero();
    }

    @Test
    void aKeyWhoseRequestIsInFlightIsAConflict() {
        String key = UUID.randomUUID().toString();
        Draft draft = Draft.fresh();

        Api.Answer during = transactions.execute(_ -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 1))")
                    .param("key", "editor-1\n" + key)
                    .query((_, _) -> true)
                    .list();
            return api.post(draft.json(), "Idempotency-Key", key);
        });

        assertThat(during).isNotNull();
        assertThat(during.status()).isEqualTo(409);
        assertThat(during.header("Retry-After")).isEqualTo("1");
        assertThat(api.post(draft.json(), "Idempotency-Key", key).status()).isEqualTo(201);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        Draft draft = Draft.fresh();

        assertThat(api.post(draft.without("name").json(), "Idempotency-Key", key)
                        .status())
                .isEqualTo(400);
        assertThat(api.post(draft.json(), "Idempotency-Key", key).status()).isEqualTo(201);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        String key = UUID.randomUUID().toString();
        Draft draft = Draft.fresh();
        assertThat(api.post(draft.json(), "Idempotency-Key", key).status()).isEqualTo(201);
        jdbc.sql("UPDATE idempotent_answer SET created_at = created_at - interval '24 hours' WHERE key = :key")
                .param("key", key)
                .update();

        assertThat(api.post(draft.json(), "Idempotency-Key", key).status()).isEqualTo(409);
        assertThat(api.post(Draft.fresh().json(), "Idempotency-Key", key).status())
                .isEqualTo(201);
    }

    @Test
    void ofTwentyEditorsWhoAddTheSameProductOneSucceeds() throws Exception {
        String name = "Raced " + UUID.randomUUID();
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() ->
                            api.post(Draft.named(name + ".".repeat(i)).json()).status()))
                    .toList();
            for (Future<Integer> each : sent) {
                statuses.add(each.get());
            }
        }

        assertThat(statuses).isSubsetOf(201, 409, 503).containsOnlyOnce(201);
    }

    @Test
    void ofTwoEditorsWithTheSameCopyOneIsStale() throws Exception {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent = IntStream.range(0, 2)
                    .mapToObj(i -> threads.submit(() -> api.put(
                                    tool.slug(),
                                    "\"1\"",
                                    draft.with("tagline", "Line " + i).json())
                            .status()))
                    .toList();
            for (Future<Integer> each : sent) {
                statuses.add(each.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }
}
