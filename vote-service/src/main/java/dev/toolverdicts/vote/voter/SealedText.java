package dev.toolverdicts.vote.voter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Text that only this service can read, for what must be kept a short while and be worth nothing in a copy of the
/// database: AES-GCM with keys for one purpose.
public final class SealedText {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Supplier<List<SecretKey>> keys;
    private final SecureRandom random = new SecureRandom();

    /// @param keys the first seals, all of them open
    SealedText(Supplier<List<SecretKey>> keys) {
        this.keys = keys;
    }

    public byte[] seal(String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get().getFirst(), nonce).doFinal(text.getBytes(UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws IllegalStateException when it was sealed by none of the keys
    public String open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        for (SecretKey key : keys.get()) {
            try {
                byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed, NONCE, sealed.length - NONCE);
                return new String(text, UTF_8);
            } catch (AEADBadTagException _) {
                // By another key, perhaps the next.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("sealed by a key that is retired, or changed since");
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
