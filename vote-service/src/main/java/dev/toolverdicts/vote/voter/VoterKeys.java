package dev.toolverdicts.vote.voter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolverdicts.platform.secrets.KeyLines;
import dev.toolverdicts.platform.secrets.SecretFiles;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// One key per purpose, derived by HKDF: a seal for one purpose says nothing for another.
///
/// There are secrets of two kinds. One says who a voter is, for life: ids of voters and hashes of
/// addresses are made with it and are compared for years. The others sign what is handed out; the
/// newest does, all verify, and they can be replaced.
@Component
public class VoterKeys {

    private final byte[] identity;
    private final Supplier<List<byte[]>> signing;

    @Autowired
    VoterKeys(VoterSettings settings, SecretFiles files) {
        this(settings.secretBytes(), signing(settings, files));
    }

    VoterKeys(byte[] identity, Supplier<List<byte[]>> signing) {
        this.identity = identity;
        this.signing = signing;
    }

    private static Supplier<List<byte[]>> signing(VoterSettings settings, SecretFiles files) {
        Path file = settings.signingKeyFile();
        List<byte[]> onlyOne = List.of(settings.secretBytes());
        return file == null ? () -> onlyOne : files.watch(List.of(file), KeyLines::read);
    }

    /// With the key that never changes: for what is compared with what was stored.
    public Seal lasting(String purpose) {
        return seal(identity, purpose);
    }

    /// With keys that change: for what is handed out and comes back.
    Seals seals(String purpose) {
        return new Seals(signing, secret -> new Seals.Keyed(id(secret), seal(secret, purpose)));
    }

    /// With keys that change: for what is kept a short while.
    public SealedText sealedText(String purpose) {
        return new SealedText(() -> signing.get().stream()
                .map(secret -> {
                    try {
                        return KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation(secret, purpose));
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList());
    }

    private static Seal seal(byte[] secret, String purpose) {
        try {
            return new Seal(KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", derivation(secret, purpose)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Names the secret in what it has sealed. Two may share a name, so it only says which is tried.
    private static byte id(byte[] secret) {
        return seal(secret, "key-id").of(new byte[0])[0];
    }

    private static AlgorithmParameterSpec derivation(byte[] secret, String purpose) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .thenExpand(("toolverdicts/vote/" + purpose).getBytes(US_ASCII), Seal.LENGTH);
    }
}
