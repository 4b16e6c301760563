package dev.toolverdicts.platform.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Says that a form came from a page of one desk which its sender has read: a hash keyed with what no
/// other page knows.
public final class FormToken {

    /// What a page says to a form with another token.
    public static final String FOREIGN = "This form is not of your present sign-in. Please send it again.";

    private final byte[] desk;

    /// @param desk what its forms are for; tokens of another desk do not match
    public FormToken(String desk) {
        this.desk = desk.getBytes(UTF_8);
    }

    /// @param secret what no other page knows
    public String of(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(desk));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean matches(@Nullable String given, String secret) {
        return given != null
                && MessageDigest.isEqual(given.getBytes(UTF_8), of(secret).getBytes(UTF_8));
    }
}
