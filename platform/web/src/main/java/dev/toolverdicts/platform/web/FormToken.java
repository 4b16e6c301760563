package dev.toolverdicts.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Says that a form came from a page that its sender has read: a keyed hash of what no other page
/// knows. In a browser that is the secret which the gateway keeps for the sender's session, since
/// access tokens are replaced while a page is open; else it is the access token.
public final class FormToken {

    /// What a page says to a form with another token.
    public static final String FOREIGN = "This form is not of your present sign-in. Please send it again.";

    private FormToken() {}

    public static String of(String accessToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(accessToken).getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal("desk".getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What no other page knows.
    public static String secret(String accessToken) {
        String ofSession = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? now.getRequest().getHeader("X-Form-Key")
                : null;
        return ofSession == null || ofSession.isEmpty() ? accessToken : ofSession;
    }

    public static boolean matches(@Nullable String given, String accessToken) {
        return given != null
                && MessageDigest.isEqual(given.getBytes(UTF_8), of(accessToken).getBytes(UTF_8));
    }
}
