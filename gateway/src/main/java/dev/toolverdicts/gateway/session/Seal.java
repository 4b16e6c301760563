package dev.toolverdicts.gateway.session;

import dev.toolverdicts.platform.secrets.KeyLines;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// AES-256-GCM: what was sealed can be neither read nor changed without a key, nor passed off as
/// something else.
///
/// Each content has a key of its own, made from one of the keys and a salt. Anybody can have a sign-in
/// sealed as often as they like, and one key with random nonces is good for some 2^32 contents only.
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String DERIVATION = "HmacSHA256";
    private static final int SALT = 20;
    private static final int NONCE = 12;
    private static final int HEAD = SALT + NONCE;
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;

    private final Supplier<List<SecretKeySpec>> keys;

    /// @param keys the first seals, all of them open
    Seal(Supplier<List<SecretKeySpec>> keys) {
        this.keys = keys;
    }

    /// The keys of files, 32 bytes in base64 a line.
    static List<SecretKeySpec> keys(List<String> lines) {
        return KeyLines.read(lines).stream().map(Seal::key).toList();
    }

    private static SecretKeySpec key(byte[] bytes) {
        if (bytes.length != KEY) {
            throw new IllegalArgumentException("a line is not 32 bytes of base64");
        }
        return new SecretKeySpec(bytes, DERIVATION);
    }

    /// @param about what it is and whose; to be named when it is opened
    byte[] seal(byte[] content, byte[] about) {
        byte[] head = Secrets.bytes(HEAD);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get().getFirst(), head, about)
                    .doFinal(content);
            return ByteBuffer.allocate(HEAD + sealed.length)
                    .put(head)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Null for what was not sealed with one of the keys, or about something else, or changed since.
    byte @Nullable [] open(byte[] sealed, byte[] about) {
        if (sealed.length <= HEAD) {
            return null;
        }
        for (SecretKeySpec key : keys.get()) {
            byte[] content = open(key, sealed, about);
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    private static byte @Nullable [] open(SecretKeySpec key, byte[] sealed, byte[] about) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed, about).doFinal(sealed, HEAD, sealed.length - HEAD);
        } catch (AEADBadTagException _) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param head begins with salt and nonce
    private static Cipher cipher(int mode, SecretKeySpec key, byte[] head, byte[] about)
            throws GeneralSecurityException {
        Mac derivation = Mac.getInstance(DERIVATION);
        derivation.init(key);
        derivation.update(head, 0, SALT);
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                mode,
                new SecretKeySpec(derivation.doFinal(), "AES"),
                new GCMParameterSpec(TAG_BITS, head, SALT, NONCE));
        cipher.updateAAD(about);
        return cipher;
    }
}
