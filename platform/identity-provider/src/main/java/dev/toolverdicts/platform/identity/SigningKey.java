package dev.toolverdicts.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Signs tokens. In a file it outlives this process, and tokens for programs can be signed with
/// it elsewhere.
final class SigningKey {

    private SigningKey() {}

    static RSAKey of(@Nullable Path file) {
        try {
            if (file == null) {
                return made();
            }
            if (Files.notExists(file)) {
                keep(made(), file);
            }
            return RSAKey.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key %s cannot be read or made.".formatted(file), e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("The signing key %s cannot be used.".formatted(file), e);
        }
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
