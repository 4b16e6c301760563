package dev.toolverdicts.vote.voter;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/// Keys of two different secrets.
public final class Keys {

    private static final String FIRST = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String SECOND = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    public static final VoterKeys ONE = signedBy(FIRST);
    static final VoterKeys OTHER = new VoterKeys(bytes(SECOND), () -> List.of(bytes(SECOND)));

    private Keys() {}

    /// The voters of [#ONE], and what signs, the newest first.
    static VoterKeys signedBy(String... newestFirst) {
        List<byte[]> signing = Arrays.stream(newestFirst).map(Keys::bytes).toList();
        return signedBy(() -> signing);
    }

    static VoterKeys signedBy(Supplier<List<byte[]>> signing) {
        return new VoterKeys(bytes(FIRST), signing);
    }

    static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
