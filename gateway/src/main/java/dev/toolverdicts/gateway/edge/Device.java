package dev.toolverdicts.gateway.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Whoever holds a cookie, by a digest: cookies are secrets and are not kept, and a long one takes no more room.
record Device(long high, long low) {

    static Device of(String cookie) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(UTF_8)));
            return new Device(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
