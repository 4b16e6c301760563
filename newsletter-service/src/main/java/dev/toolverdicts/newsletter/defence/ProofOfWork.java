package dev.toolverdicts.newsletter.defence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.newsletter.link.LinkKeys;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A challenge is random, says until when it is good and is sealed; nothing is stored before it is solved. Solved it is
/// by any text that, after it and a full stop, gives a SHA-256 with so many leading zero bits. It counts once.
@Component
class ProofOfWork {

    private static final String PURPOSE = "work";
    private static final int RANDOM = 16;
    private static final int CONTENT = RANDOM + Long.BYTES;
    private static final int SEAL = 32;
    private static final int LONGEST = 128;

    private final SecureRandom random = new SecureRandom();
    private final LinkKeys keys;
    private final SpentWorkRepository spent;
    private final DefenceSettings settings;

    ProofOfWork(LinkKeys keys, SpentWorkRepository spent, DefenceSettings settings) {
        this.keys = keys;
        this.spent = spent;
        this.settings = settings;
    }

    Challenge challenge(Instant now) {
        Instant until = now.plus(settings.workLifetime());
        var drawn = new byte[RANDOM];
        random.nextBytes(drawn);
        byte[] content = ByteBuffer.allocate(CONTENT)
                .put(drawn)
                .putLong(until.getEpochSecond())
                .array();
        byte[] token = ByteBuffer.allocate(CONTENT + SEAL)
                .put(content)
                .put(keys.sign(PURPOSE, content))
                .array();
        return new Challenge(
                Base64.getUrlEncoder().withoutPadding().encodeToString(token), settings.workBits(), "SHA-256", until);
    }

    /// Whether the work was done and had not been spent.
    boolean spend(Work work, Instant now) {
        String challenge = work.challenge();
        String solution = work.solution();
        return challenge != null
                && solution != null
                && solution.length() <= LONGEST
                && challenge.length() <= LONGEST
                && isSolved(challenge, solution)
                && expiry(challenge)
                        .filter(now::isBefore)
                        .map(until -> spent.add(sha256(challenge), until, now))
                        .orElse(false);
    }

    private boolean isSolved(String challenge, String solution) {
        byte[] hash = sha256(challenge + "." + solution);
        int zeros = 0;
        for (byte each : hash) {
            zeros += each == 0 ? 8 : Integer.numberOfLeadingZeros(each & 0xFF) - 24;
            if (each != 0) {
                break;
            }
        }
        return zeros >= settings.workBits();
    }

    private Optional<Instant> expiry(String challenge) {
        byte[] token = decoded(challenge);
        if (token.length != CONTENT + SEAL) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(token, CONTENT);
        return keys.verify(PURPOSE, content, Arrays.copyOfRange(token, CONTENT, token.length))
                ? Optional.of(Instant.ofEpochSecond(ByteBuffer.wrap(content).getLong(RANDOM)))
                : Optional.empty();
    }

    private static byte[] decoded(String challenge) {
        try {
            return Base64.getUrlDecoder().decode(challenge.getBytes(US_ASCII));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
