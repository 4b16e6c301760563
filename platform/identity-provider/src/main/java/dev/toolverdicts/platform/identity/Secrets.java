package dev.toolverdicts.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Compares what somebody says with what is kept in plain text: this provider is for trying things out.
/// The client may have several secrets, so that one can take the place of another.
final class Secrets implements PasswordEncoder {

    /// What is registered as the client's secret stands for those that are valid now.
    static final String OF_CLIENT = "{client}";

    private static final String PLAIN = "{noop}";

    private final Supplier<List<String>> client;

    Secrets(Supplier<List<String>> client) {
        this.client = client;
    }

    static String kept(String password) {
        return PLAIN + password;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence said) {
        return said == null ? null : kept(said.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence said, @Nullable String kept) {
        if (said == null || kept == null) {
            return false;
        }
        if (kept.equals(OF_CLIENT)) {
            return client.get().stream().anyMatch(secret -> same(said.toString(), secret));
        }
        return kept.startsWith(PLAIN) && same(said.toString(), kept.substring(PLAIN.length()));
    }

    private static boolean same(String said, String secret) {
        return MessageDigest.isEqual(said.getBytes(UTF_8), secret.getBytes(UTF_8));
    }
}
