package dev.toolverdicts.newsletter.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Makes one statement of those that several threads need at the same time: while one is under way, the next gather.
/// Nobody waits for company: who is alone is served at once.
///
/// @param <Q> what one thread asks
/// @param <A> what it is answered
class GroupCommit<Q, A> {

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final int most;
    private final Function<List<Q>, List<A>> statement;
    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    private final Executor thread;

    /// @param most questions in one statement
    /// @param statement answers questions in their order; what it throws is thrown to everybody who asked
    GroupCommit(int most, Function<List<Q>, List<A>> statement) {
        // The thread ends when nobody has asked for a minute.
        this(
                most,
                statement,
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("ledger-", 0).factory()));
    }

    GroupCommit(int most, Function<List<Q>, List<A>> statement, Executor thread) {
        this.most = most;
        this.statement = statement;
        this.thread = thread;
    }

    CompletableFuture<A> ask(Q question) {
        var asked = new Asked<Q, A>(question, new CompletableFuture<>());
        waiting.add(asked);
        if (busy.compareAndSet(false, true)) {
            start();
        }
        return asked.answer();
    }

    /// Without a thread nobody would ever be answered.
    private void start() {
        try {
            thread.execute(this::answerEverybody);
        } catch (RuntimeException | Error none) {
            busy.set(false);
            gathered(Integer.MAX_VALUE).forEach(one -> one.answer().completeExceptionally(none));
        }
    }

    /// How many wait for the next statement.
    int waiting() {
        return waiting.size();
    }

    private void answerEverybody() {
        do {
            for (List<Asked<Q, A>> group = gathered(most); !group.isEmpty(); group = gathered(most)) {
                answer(group);
            }
            busy.set(false);
            // Who came just before that has called nobody.
        } while (!waiting.isEmpty() && busy.compareAndSet(false, true));
    }

    private List<Asked<Q, A>> gathered(int most) {
        List<Asked<Q, A>> group = new ArrayList<>();
        while (group.size() < most) {
            Asked<Q, A> next = waiting.poll();
            if (next == null) {
                break;
            }
            group.add(next);
        }
        return group;
    }

    private void answer(List<Asked<Q, A>> group) {
        try {
            List<A> answers =
                    statement.apply(group.stream().map(Asked::question).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error failed) {
            group.forEach(one -> one.answer().completeExceptionally(failed));
        }
    }
}
