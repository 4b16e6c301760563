package dev.toolverdicts.platform.secrets;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files with secrets, looked at again and again: another secret needs no restart. What cannot be read
/// or used is said once in the log, and what was read before stays good. Secrets are never logged.
public final class SecretFiles implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SecretFiles.class);

    private final List<Rotating<?>> watched = new CopyOnWriteArrayList<>();
    private final Set<Rotating<?>> refused = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("secret-files").unstarted(task));

    /// @param every the pause between two looks
    public SecretFiles(Duration every) {
        var _ = looks.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What the files say, from now until this is closed.
    ///
    /// @param reader is given all lines that are not empty, those of the first file first; what it
    ///     throws says what is wrong without saying the secret
    /// @throws IllegalStateException when they cannot be read or used
    public <T> Rotating<T> watch(List<Path> files, Function<List<String>, T> reader) {
        try {
            var secret = new Rotating<>(files, reader);
            watched.add(secret);
            return secret;
        } catch (RuntimeException e) {
            throw new IllegalStateException("the secret in %s cannot be used: %s".formatted(files, e.getMessage()), e);
        }
    }

    /// Looks now; for tests, which wait for nothing.
    public void look() {
        watched.forEach(this::lookAt);
    }

    private void lookAt(Rotating<?> secret) {
        try {
            boolean changed = secret.look();
            boolean wasRefused = refused.remove(secret);
            if (changed || wasRefused) {
                log.info("event=secret_read files={} changed={}", secret, changed);
            }
        } catch (RuntimeException e) {
            if (refused.add(secret)) {
                log.warn("event=secret_refused files={} reason=\"{}\"; the one before stays", secret, e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
