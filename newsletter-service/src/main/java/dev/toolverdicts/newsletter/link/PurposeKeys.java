package dev.toolverdicts.newsletter.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// One key per purpose, all derived from one secret by HKDF: a seal for one purpose says nothing for
/// another. Each is derived once: there are a handful of purposes, and every mail has seals.
final class PurposeKeys {

    private static final int LENGTH = 32;

    private final byte[] secret;
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

    PurposeKeys(byte[] secret) {
        this.secret = secret;
    }

    byte[] seal(String purpose, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derived.computeIfAbsent(purpose, this::derive));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKey derive(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(("toolverdicts/newsletter/" + purpose).getBytes(UTF_8), LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
