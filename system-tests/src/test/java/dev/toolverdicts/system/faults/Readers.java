package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Visitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// People who look at the same addresses, again and again.
final class Readers implements AutoCloseable {

    private final Map<Answer, Integer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /// @param paths one after the other, one for each reader
    Readers(int number, List<String> paths, String url) {
        for (int i = 0; i < number; i++) {
            String path = paths.get(i % paths.size());
            threads.add(Thread.ofVirtual().start(() -> read(new Visitor(url), path)));
        }
    }

    static Readers ofTallies(int number, List<String> tools, String url) {
        return new Readers(
                number,
                tools.stream().map(tool -> "/api/v1/tools/" + tool + "/tally").toList(),
                url);
    }

    private void read(Visitor visitor, String path) {
        try {
            while (!end.await(10, TimeUnit.MILLISECONDS)) {
                answers.merge(answer(visitor, path), 1, Integer::sum);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer answer(Visitor visitor, String path) {
        try {
            return Answer.of(visitor.exchange("GET", path, null, null));
        } catch (IOException e) {
            return Answer.NONE;
        }
    }

    /// How often what was answered.
    Map<Answer, Integer> answers() {
        return answers;
    }

    int failures() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().status() != 200)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public void close() {
        end.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
