package dev.toolverdicts.platform.secrets;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.function.SingletonSupplier;

/// The database as the settings have it, but for the password. Connections that are open outlive
/// another password; those that come are opened with it.
///
/// The file is read when the first asks: a process without a database needs none.
final class PasswordFromFile implements JdbcConnectionDetails {

    private final DataSourceProperties settings;
    private final SingletonSupplier<Rotating<String>> password;

    /// @param changed is told of another password, not of the first
    PasswordFromFile(DataSourceProperties settings, Path file, SecretFiles files, Consumer<String> changed) {
        this.settings = settings;
        this.password = SingletonSupplier.of(() -> {
            var first = new AtomicBoolean(true);
            return files.watch(List.of(file), lines -> {
                String read = one(lines);
                // The first time the pool is still being made.
                if (!first.getAndSet(false)) {
                    changed.accept(read);
                }
                return read;
            });
        });
    }

    private static String one(List<String> lines) {
        if (lines.size() != 1) {
            throw new IllegalArgumentException("a password is one line");
        }
        return lines.getFirst();
    }

    @Override
    public @Nullable String getUsername() {
        return settings.determineUsername();
    }

    @Override
    public String getPassword() {
        return password.obtain().get();
    }

    @Override
    public String getJdbcUrl() {
        return settings.determineUrl();
    }
}
