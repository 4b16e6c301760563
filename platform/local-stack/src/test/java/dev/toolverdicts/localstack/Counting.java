package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// A process that writes a byte into a file again and again, as long as it is let.
final class Counting {

    private static final long A_MILLISECOND = 1_000_000;

    private Counting() {}

    // The file.
    public static void main(String[] args) throws IOException {
        try (var out = Files.newOutputStream(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (!Thread.interrupted()) {
                out.write('.');
                LockSupport.parkNanos(A_MILLISECOND);
            }
        }
    }

    /// A process that holds another one still until it is ended itself.
    static final class Holding {

        private Holding() {}

        // The other one's pid.
        public static void main(String[] args) throws IOException, InterruptedException {
            ProcessHandle held = ProcessHandle.of(Long.parseLong(args[0])).orElseThrow();
            try (var freeze = Freeze.of(List.of(held))) {
                freeze.requireStill();
                System.out.print(".");
                System.out.flush();
                new CountDownLatch(1).await();
            }
        }
    }
}
