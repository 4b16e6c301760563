package dev.toolverdicts.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.toolverdicts.platform.secrets.SecretFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Signs tokens. In a file it outlives this process, and tokens for programs can be signed with
/// it elsewhere. A file with a set of keys has the one that signs first; all of them are published.
final class SigningKey {

    private SigningKey() {}

    /// The keys that are in the file now, made when it is missing.
    static Supplier<JWKSet> of(@Nullable Path file, SecretFiles files) {
        try {
            if (file == null) {
                var only = new JWKSet(made());
                return () -> only;
            }
            if (Files.notExists(file)) {
                keep(made(), file);
            }
            return files.watch(List.of(file), SigningKey::keys);
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key %s cannot be read or made.".formatted(file), e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One key, or a set of them.
    static JWKSet keys(List<String> lines) {
        JWKSet keys = parsed(String.join("\n", lines));
        if (keys == null || keys.getKeys().isEmpty() || !keys.getKeys().stream().allMatch(SigningKey::signs)) {
            throw new IllegalArgumentException("it must hold private RSA keys with ids");
        }
        return keys;
    }

    /// Null for what is neither; what the parser says of it may quote a key.
    private static @Nullable JWKSet parsed(String text) {
        try {
            return text.contains("\"keys\"") ? JWKSet.parse(text) : new JWKSet(RSAKey.parse(text));
        } catch (ParseException notKeys) {
            return null;
        }
    }

    private static boolean signs(JWK key) {
        return key instanceof RSAKey && key.isPrivate() && key.getKeyID() != null;
    }

    private static RSAKey made() throws JOSEException {
        return new RSAKeyGenerator(2048)
                .keyIDFromThumbprint(true)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
    }

    /// Whole or not at all, and its owner's alone.
    private static void keep(RSAKey key, Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh = Files.createTempFile(folder, "key", ".new");
        Files.writeString(fresh, key.toJSONString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
