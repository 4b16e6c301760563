package dev.toolverdicts.vote.voter;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// HMAC-SHA256 with a key for one purpose.
public final class Seal {

    static final int LENGTH = 32;

    private final Mac keyed;

    Seal(SecretKey key) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The seal of all parts in their order. Parts must have fixed lengths, or two texts could share a seal.
    public byte[] of(byte[]... parts) {
        Mac mac = copy();
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    boolean matches(byte[] seal, byte[]... parts) {
        byte[] expected = of(parts);
        return MessageDigest.isEqual(seal.length == LENGTH ? expected : Arrays.copyOf(expected, seal.length), seal);
    }

    /// A copy of the keyed state is much cheaper than a new instance, and one instance serves one thread
    /// only.
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this provider's HMAC cannot be copied", e);
        }
    }
}
