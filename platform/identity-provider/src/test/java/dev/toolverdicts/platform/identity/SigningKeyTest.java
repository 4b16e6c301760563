package dev.toolverdicts.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.toolverdicts.platform.secrets.SecretFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private final SecretFiles files = new SecretFiles(Duration.ofHours(1));

    @TempDir
    private Path folder;

    @AfterEach
    void noMoreLooks() {
        files.close();
    }

    @Test
    void aMissingKeyIsMadeOnceAndIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("secrets/key.json");

        JWK made = only(SigningKey.of(file, files));

        assertThat(made.isPrivate()).isTrue();
        assertThat(only(SigningKey.of(file, files))).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var all = Files.list(folder.resolve("secrets"))) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void withoutAFileEveryProcessHasAnother() {
        assertThat(only(SigningKey.of(null, files))).isNotEqualTo(only(SigningKey.of(null, files)));
    }

    @Test
    void whatIsNoKeyIsRefusedByName() throws IOException {
        for (String wrong :
                new String[] {"{}", "{\"keys\":[]}", "nonsense", "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}"}) {
            Path file = Files.writeString(folder.resolve("key.json"), wrong);
            assertThatThrownBy(() -> SigningKey.of(file, files)).as(wrong).hasMessageContaining(file.toString());
        }
    }

    @Test
    void aSetTakesThePlaceOfAKeyWithoutARestart() throws IOException {
        Path file = folder.resolve("key.json");
        Supplier<JWKSet> keys = SigningKey.of(file, files);
        JWK old = only(keys);
        JWK fresh = only(SigningKey.of(null, files));

        Files.writeString(file, new JWKSet(List.of(fresh, old)).toString(false));
        files.look();

        assertThat(keys.get().getKeys()).containsExactly(fresh, old);
    }

    private static JWK only(Supplier<JWKSet> keys) {
        assertThat(keys.get().getKeys()).hasSize(1);
        return keys.get().getKeys().getFirst();
    }
}
