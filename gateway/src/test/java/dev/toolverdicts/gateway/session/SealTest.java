package dev.toolverdicts.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final byte[] CONTENT = "who".getBytes(UTF_8);
    private static final byte[] ABOUT = "one".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void whatIsSealedIsOpenedOnlyAsWhatItIs() throws IOException {
        var seal = new Seal(List.of(key(1)));
        byte[] sealed = seal.seal(CONTENT, ABOUT);

        assertThat(seal.open(sealed, ABOUT)).isEqualTo(CONTENT);
        assertThat(seal.open(sealed, "another".getBytes(UTF_8))).isNull();
        assertThat(seal.seal(CONTENT, ABOUT)).as("never twice the same").isNotEqualTo(sealed);
        assertThat(new String(sealed, UTF_8)).doesNotContain("who");
    }

    @Test
    void oneBitChangedAnywhereIsFound() throws IOException {
        var seal = new Seal(List.of(key(1)));
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
        byte[] old = new Seal(List.of(key(1))).seal(CONTENT, ABOUT);
        var both = new Seal(List.of(key(2), key(1)));

        assertThat(both.open(old, ABOUT)).isEqualTo(CONTENT);
        assertThat(new Seal(List.of(key(2))).open(both.seal(CONTENT, ABOUT), ABOUT))
                .isEqualTo(CONTENT);
        assertThat(new Seal(List.of(key(2))).open(old, ABOUT)).isNull();
    }

    @Test
    void aKeyThatIsNoneIsRefusedAtTheStart() throws IOException {
        Path weak = Files.writeString(folder.resolve("weak"), "c2hvcnQ=");

        assertThatThrownBy(() -> new Seal(List.of(weak))).hasMessageContaining(weak.toString());
        assertThatThrownBy(() -> new Seal(List.of(folder.resolve("none")))).hasMessageContaining("none");
    }

    private Path key(int filledWith) throws IOException {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filledWith);
        return Files.writeString(
                folder.resolve("key-" + filledWith), Base64.getEncoder().encodeToString(key) + "\n");
    }
}
