package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<List<Integer>> statements = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private GroupCommit<Integer, Integer> squares() {
        return new GroupCommit<>(3, questions -> {
            statements.add(questions);
            if (questions.equals(List.of(1))) {
                waitForFirst();
            }
            if (questions.contains(13)) {
                throw new IllegalStateException("unlucky");
            }
            return questions.stream().map(number -> number * number).toList();
        });
    }

    private void waitForFirst() {
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<CompletableFuture<Integer>> behindOne(GroupCommit<Integer, Integer> group, int... numbers) {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        answers.add(group.ask(1));
        await().until(() -> statements.size() == 1);
        IntStream.of(numbers).forEach(number -> answers.add(group.ask(number)));
        assertThat(group.waiting()).isEqualTo(numbers.length);
        firstMayEnd.countDown();
        return answers;
    }

    @Test
    void whoIsAloneAsksAtOnce() {
        GroupCommit<Integer, Integer> group = squares();
        assertThat(group.ask(3).join()).isEqualTo(9);
        assertThat(group.ask(4).join()).isEqualTo(16);
        assertThat(statements).containsExactly(List.of(3), List.of(4));
    }

    @Test
    void whoComeMeanwhileAreAnsweredTogetherAndEachTheirOwn() {
        assertThat(behindOne(squares(), 2, 3, 4).stream().map(CompletableFuture::join))
                .containsExactly(1, 4, 9, 16);
        assertThat(statements).hasSize(2);
        assertThat(statements.getLast()).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void noStatementIsForMoreThanIsSaid() {
        assertThat(behindOne(squares(), 2, 3, 4, 5, 6, 7, 8).stream().map(CompletableFuture::join))
                .containsExactly(1, 4, 9, 16, 25, 36, 49, 64);
        assertThat(statements.stream().map(List::size)).containsExactly(1, 3, 3, 1);
    }

    @Test
    void nobodyIsForgottenBetweenTwoGroups() {
        GroupCommit<Integer, Integer> group = new GroupCommit<>(3, questions -> questions);
        List<CompletableFuture<Void>> askers = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 20_000)
                                .forEach(number ->
                                        assertThat(group.ask(number).join()).isEqualTo(number)),
                        threads))
                .toList();
        assertThat(CompletableFuture.allOf(askers.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(60));
    }

    @Test
    void withoutAThreadEverybodyHearsOfItAndTheNextIsServed() {
        var none = new AtomicBoolean(true);
        GroupCommit<Integer, Integer> group = new GroupCommit<>(3, questions -> questions, task -> {
            if (none.getAndSet(false)) {
                throw new OutOfMemoryError("no thread");
            }
            threads.execute(task);
        });
        assertThatThrownBy(group.ask(1)::join).hasRootCauseMessage("no thread");
        assertThat(group.ask(2)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(2);
    }

    @Test
    void aFailureIsThrownToAllWhoAskedTogetherAndToNobodyElse() {
        GroupCommit<Integer, Integer> group = squares();
        List<CompletableFuture<Integer>> answers = behindOne(group, 12, 13);
        assertThat(answers.getFirst().join()).isEqualTo(1);
        assertThatThrownBy(answers.get(1)::join).hasRootCauseMessage("unlucky");
        assertThatThrownBy(answers.get(2)::join).hasRootCauseMessage("unlucky");
        assertThat(group.ask(12).join()).isEqualTo(144);
    }
}
