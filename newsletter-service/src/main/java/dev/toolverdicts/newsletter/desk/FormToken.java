package dev.toolverdicts.newsletter.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Says that a form came from a page this editor has read: a keyed hash of the access token, which no
/// other page knows.
public final class FormToken {

    /// What a page says to a form with another token.
    public static final String FOREIGN = "This form is not of your present sign-in. Please send it again.";

    private FormToken() {}

    public static String of(String accessToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(accessToken.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("newsletter desk".getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static boolean matches(@Nullable String given, String accessToken) {
        return given != null
                && MessageDigest.isEqual(given.getBytes(UTF_8), of(accessToken).getBytes(UTF_8));
    }
}
