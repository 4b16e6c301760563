package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The services' packages, made ready after they are built and before they run.
record Packages(Path home, Consumer<String> say) {

    /// Prepares what is not prepared yet, two at a time. A service whose cache cannot be made
    /// runs without one.
    void prepare() throws IOException, InterruptedException {
        var missing = new ArrayList<ServicePackage>();
        for (String module : Stream.concat(LocalStack.SERVICES.stream(), Stream.of(IdentityProvider.MODULE))
                .toList()) {
            ServicePackage each = ServicePackage.of(home, module, false);
            if (!each.isPrepared()) {
                missing.add(each);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        // Two stacks of one checkout must not train into one file.
        Path lock = home.resolve("platform/local-stack/target/prepare.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock();
                var two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> done = new ArrayList<>();
            for (ServicePackage each : missing) {
                done.add(two.submit(() -> prepare(each)));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void prepare(ServicePackage each) {
        long begun = System.nanoTime();
        try {
            if (!each.isPrepared()) {
                each.prepare();
                say.accept("%-19s prepared in %5.1f s".formatted(each.name(), (System.nanoTime() - begun) / 1e9));
            }
        } catch (IOException e) {
            say.accept("%s has no cache and starts slower: %s".formatted(each.name(), e.getMessage()));
        }
    }
}
