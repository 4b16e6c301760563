package dev.toolverdicts.platform.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Says that a form came from a page this operator has read: a hash keyed with what no other page knows.
final class FormToken {

    private FormToken() {}

    static String of(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("operations desk".getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean matches(@Nullable String given, String secret) {
        return given != null
                && MessageDigest.isEqual(given.getBytes(UTF_8), of(secret).getBytes(UTF_8));
    }
}
