package dev.toolverdicts.vote.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Says that a form came from a page which this moderator has read: a hash keyed with what no other
/// page knows.
final class DeskToken {

    /// What a page says to a form with another token.
    static final String FOREIGN = "This form is not of your present sign-in. Please send it again.";

    private DeskToken() {}

    static String of(Moderator moderator) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(moderator.secret().getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal("votes desk".getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean matches(@Nullable String given, Moderator moderator) {
        return given != null
                && MessageDigest.isEqual(given.getBytes(UTF_8), of(moderator).getBytes(UTF_8));
    }
}
