package dev.toolverdicts.system;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Ports that nobody listens on. None of those that the machine gives to connections: there are hundreds until a
/// system's door is opened.
public final class FreePorts {

    private FreePorts() {}

    static int one() {
        return inARow(1);
    }

    /// The first of so many, one after the other.
    public static int inARow(int count) {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(15_000, 30_000))
                .limit(100)
                .filter(first -> IntStream.range(first, first + count).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no free port"));
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
