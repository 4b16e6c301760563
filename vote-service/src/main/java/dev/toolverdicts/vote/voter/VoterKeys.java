package dev.toolverdicts.vote.voter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/// One key per purpose, all derived from the one secret by HKDF: a seal for one purpose says nothing for
/// another.
@Component
public class VoterKeys {

    private final byte[] secret;

    VoterKeys(VoterSettings settings) {
        secret = settings.secretBytes();
    }

    public Seal seal(String purpose) {
        try {
            return new Seal(KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", derivation(purpose)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SealedText sealedText(String purpose) {
        try {
            return new SealedText(KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation(purpose)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Names the secret in what it has sealed, so that another secret's work is told from a forgery.
    byte id() {
        return seal("key-id").of(new byte[0])[0];
    }

    private AlgorithmParameterSpec derivation(String purpose) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .thenExpand(("toolverdicts/vote/" + purpose).getBytes(US_ASCII), Seal.LENGTH);
    }
}
