package dev.toolverdicts.newsletter.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Which addresses stood further up in a file. Keeps eight bytes of a hash of each, so that a million takes 16 MB.
final class SeenAddresses {

    private long[] slots = new long[1024];
    private int size;

    /// @return false when it was there
    boolean add(String key) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        boolean isNew = put(slots, hash(key));
        size += isNew ? 1 : 0;
        return isNew;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int at = (int) (hash & (slots.length - 1));
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = hash;
        return true;
    }

    private static long hash(String key) {
        try {
            long hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)))
                    .getLong();
            return hash == 0 ? 1 : hash; // nought marks a free slot
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
