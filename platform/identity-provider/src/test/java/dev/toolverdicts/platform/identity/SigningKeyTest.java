package dev.toolverdicts.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingKeyIsMadeOnceAndIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("secrets/key.json");

        RSAKey made = SigningKey.of(file);

        assertThat(made.isPrivate()).isTrue();
        assertThat(SigningKey.of(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("secrets"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void withoutAFileEveryProcessHasAnother() {
        assertThat(SigningKey.of(null)).isNotEqualTo(SigningKey.of(null));
    }

    @Test
    void whatIsNoKeyIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("key.json"), "{}");

        assertThatThrownBy(() -> SigningKey.of(file)).hasMessageContaining(file.toString());
    }
}
