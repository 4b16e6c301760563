package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {

    @TempDir
    private Path folder;

    private DataFolder data;
    private final List<String> meanwhile = new ArrayList<>();

    @BeforeEach
    void aFolder() {
        data = new DataFolder(folder);
    }

    @Test
    void untilEverybodyKnowsTheNewOneTheOldOneIsUsed() throws IOException {
        String old = data.secret("vote");
        assertThat(data.signingFile("vote-signing", "vote"))
                .as("what has signed so far")
                .hasContent(old);

        rotation("vote-signing").rotate("vote-signing");

        List<String> after = data.read("secrets/vote-signing").lines().toList();
        assertThat(after).hasSize(2).endsWith(old);
        assertThat(meanwhile).containsExactly(old, after.getFirst());
        assertThat(data.read("secrets/vote")).as("who voters are").isEqualTo(old);

        rotation("vote-signing").retire("vote-signing");
        assertThat(data.read("secrets/vote-signing")).isEqualTo(after.getFirst());
        assertThat(data.signingFile("vote-signing", "vote")).hasContent(after.getFirst());
    }

    @Test
    void inANewFolderTheSecretForLifeSignsNothing() throws IOException {
        data.signingFile("vote-signing", "vote");

        assertThat(data.secret("vote")).isNotEqualTo(data.read("secrets/vote-signing"));
    }

    @Test
    void oneIsChangedAtATime() throws IOException {
        data.secretFile("gateway-session");
        data.secretFile("gateway-client");
        List<String> refused = new ArrayList<>();

        new Rotation(
                        data,
                        () -> {
                            for (String name : new String[] {"gateway-session", "gateway-client"}) {
                                assertThatExceptionOfType(Refused.class)
                                        .isThrownBy(() -> rotation(name).rotate(name))
                                        .withMessageContaining("under way");
                                assertThatExceptionOfType(Refused.class)
                                        .isThrownBy(() -> rotation(name).retire(name))
                                        .withMessageContaining("under way");
                                refused.add(name);
                            }
                        },
                        _ -> {})
                .rotate("gateway-session");

        assertThat(refused).hasSize(2);
        assertThat(data.read("secrets/gateway-session").lines()).hasSize(2);
        rotation("gateway-session").retire("gateway-session");
        assertThat(data.read("secrets/gateway-session").lines()).hasSize(1);
    }

    @Test
    void whatSomebodyElseHasWrittenMeanwhileStays() throws IOException {
        for (String name : new String[] {"gateway-session", "identity"}) {
            Rotation.signingKeys(data);
            data.secretFile("gateway-session");
            Runnable somebodyElse = () -> {
                try {
                    data.keepSecret(Rotation.file(name), "another");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> new Rotation(data, somebodyElse, _ -> {}).rotate(name))
                    .withMessageContaining("somebody else");
            assertThat(data.read("secrets/" + Rotation.file(name))).isEqualTo("another");
        }
    }

    @Test
    void tokensAreSignedWithTheNewestOfSeveralKeys() throws IOException, ParseException {
        RSAKey old = Rotation.signingKeys(data).getFirst();

        rotation("signing-key.json").rotate(Rotation.IDENTITY);

        List<RSAKey> both = Rotation.signingKeys(data);
        assertThat(both).hasSize(2).endsWith(old);
        assertThat(signer()).isEqualTo(both.getFirst().getKeyID()).isNotEqualTo(old.getKeyID());
        rotation("signing-key.json").retire(Rotation.IDENTITY);
        assertThat(Rotation.signingKeys(data)).containsExactly(both.getFirst());
        assertThat(Files.readString(data.path("secrets", "signing-key.json"))).contains("\"d\"");
    }

    @Test
    void whatIsForLifeOrUnknownIsRefused() throws IOException {
        data.secret("vote");
        for (String name : new String[] {"vote", "newsletter", "../vote", "gateway-client"}) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> rotation(name).rotate(name))
                    .withMessageContaining("vote-signing");
        }
    }

    @Test
    void oldOnesDoNotPileUp() throws IOException {
        data.secretFile("gateway-session");
        for (int i = 1; i < 8; i++) {
            rotation("gateway-session").rotate("gateway-session");
        }

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> rotation("gateway-session").rotate("gateway-session"))
                .withMessageContaining("retire");
        assertThat(data.read("secrets/gateway-session").lines()).hasSize(8);
    }

    private String signer() throws IOException, ParseException {
        return SignedJWT.parse(Identity.of(data, 9000).token("operator", null, null))
                .getHeader()
                .getKeyID();
    }

    /// Remembers what was in the file while everybody had time to read it.
    private Rotation rotation(String file) {
        return new Rotation(
                data,
                () -> {
                    try {
                        meanwhile.clear();
                        data.read("secrets/" + file).lines().forEach(meanwhile::add);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                _ -> {});
    }
}
