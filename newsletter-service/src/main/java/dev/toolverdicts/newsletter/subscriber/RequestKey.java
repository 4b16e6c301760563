package dev.toolverdicts.newsletter.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/// An `Idempotency-Key` with the fingerprint of the body it came with.
record RequestKey(String key, byte[] fingerprint) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    static Optional<RequestKey> of(String key, Subscription subscription) {
        return KEY.matcher(key).matches()
                ? Optional.of(new RequestKey(
                        key,
                        sha256(subscription.email().key() + "\n" + subscription.topics() + "\n"
                                + subscription.source())))
                : Optional.empty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
