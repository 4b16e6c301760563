package dev.toolverdicts.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.secrets.SecretFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final byte[] CONTENT = "who is signed in".getBytes(UTF_8);
    private static final byte[] ABOUT = "one".getBytes(UTF_8);

    private final SecretFiles files = new SecretFiles(Duration.ofHours(1));

    @TempDir
    private Path folder;

    @AfterEach
    void noMoreLooks() {
        files.close();
    }

    @Test
    void whatIsSealedIsOpenedOnlyAsWhatItIs() throws IOException {
        var seal = seal(List.of(key(1)));
        byte[] sealed = seal.seal(CONTENT, ABOUT);

        assertThat(seal.open(sealed, ABOUT)).isEqualTo(CONTENT);
        assertThat(seal.open(sealed, "another".getBytes(UTF_8))).isNull();
        assertThat(seal.seal(CONTENT, ABOUT)).as("never twice the same").isNotEqualTo(sealed);
        assertThat(new String(sealed, UTF_8)).doesNotContain("signed in");
    }

    @Test
    void oneBitChangedAnywhereIsFound() throws IOException {
        var seal = seal(List.of(key(1)));
        byte[] sealed = seal.seal(CONTENT, ABOUT);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(seal.open(changed, ABOUT)).isNull();
        }
        assertThat(seal.open(Arrays.copyOf(sealed, 32), ABOUT)).isNull();
        assertThat(seal.open(new byte[0], ABOUT)).isNull();
    }

    @Test
    void keysAreChangedOneAfterTheOther() throws IOException {
        byte[] old = seal(List.of(key(1))).seal(CONTENT, ABOUT);
        var both = seal(List.of(key(2), key(1)));

        assertThat(both.open(old, ABOUT)).isEqualTo(CONTENT);
        assertThat(seal(List.of(key(2))).open(both.seal(CONTENT, ABOUT), ABOUT)).isEqualTo(CONTENT);
        assertThat(seal(List.of(key(2))).open(old, ABOUT)).isNull();
    }

    @Test
    void aKeyThatIsNoneIsRefusedAtTheStart() throws IOException {
        Path weak = Files.writeString(folder.resolve("weak"), "c2hvcnQ=");
        Path longer =
                Files.writeString(folder.resolve("longer"), Base64.getEncoder().encodeToString(new byte[33]));

        assertThatThrownBy(() -> seal(List.of(weak))).hasMessageContaining(weak.toString());
        assertThatThrownBy(() -> seal(List.of(longer))).hasMessageContaining(longer.toString());
        assertThatThrownBy(() -> seal(List.of(folder.resolve("none")))).hasMessageContaining("none");
    }

    @Test
    void keysChangeUnderARunningGateway() throws IOException {
        Path file = key(1);
        var seal = seal(List.of(file));
        byte[] before = seal.seal(CONTENT, ABOUT);
        String old = Files.readString(file);
        String fresh = Files.readString(key(2));

        Files.writeString(file, old + fresh);
        files.look();
        byte[] byAnother = seal(List.of(key(2))).seal(CONTENT, ABOUT);
        assertThat(seal.open(byAnother, ABOUT)).as("by a copy that is ahead").isEqualTo(CONTENT);
        assertThat(seal.open(before, ABOUT)).isEqualTo(CONTENT);

        Files.writeString(file, fresh + old);
        files.look();
        assertThat(seal.open(before, ABOUT)).isEqualTo(CONTENT);
        byte[] during = seal.seal(CONTENT, ABOUT);

        Files.writeString(file, fresh);
        files.look();
        assertThat(seal.open(during, ABOUT)).isEqualTo(CONTENT);
        assertThat(seal.open(before, ABOUT)).as("retired").isNull();
    }

    private Seal seal(List<Path> keys) {
        return new Seal(files.watch(keys, Seal::keys));
    }

    private Path key(int filledWith) throws IOException {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filledWith);
        return Files.writeString(
                folder.resolve("key-" + filledWith), Base64.getEncoder().encodeToString(key) + "\n");
    }
}
