package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// Voter cookies as vote-service makes and checks them: key id, 128 random bits, issue time, HMAC. Written anew here,
/// so that the ceiling does the same work with nothing around it; a difference shows at once as refused votes.
final class Voters {

    private static final int BODY = 1 + 16 + 4;
    private static final int SEAL = 32;

    private final Mac keyed;
    private final byte keyId;

    /// @param secret the newest of the system's keys that sign cookies
    Voters(String secret) {
        byte[] bytes = Base64.getDecoder().decode(secret);
        keyed = mac(bytes, "voter-cookie");
        keyId = mac(bytes, "key-id").doFinal(new byte[0])[0];
    }

    private static Mac mac(byte[] secret, String purpose) {
        try {
            SecretKey key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(("toolverdicts/vote/" + purpose).getBytes(US_ASCII), SEAL));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An HMAC for one thread.
    Mac forThisThread() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    String issue(RandomGenerator random, long epochSecond) {
        byte[] drawn = new byte[16];
        random.nextBytes(drawn);
        ByteBuffer all = ByteBuffer.allocate(BODY + SEAL).put(keyId).put(drawn).putInt((int) epochSecond);
        all.put(forThisThread().doFinal(Arrays.copyOf(all.array(), BODY)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    static boolean isGenuine(Mac mac, String cookie) {
        byte[] bytes = Base64.getUrlDecoder().decode(cookie);
        if (bytes.length != BODY + SEAL) {
            return false;
        }
        mac.update(bytes, 0, BODY);
        return Arrays.equals(mac.doFinal(), 0, SEAL, bytes, BODY, BODY + SEAL);
    }
}
