package dev.toolverdicts.newsletter.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.newsletter.link.LinkKeys;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Signs what is posted as the Standard Webhooks do: HMAC-SHA256 over id, time and body. Each webhook has a secret
/// of its own, made from the service's key, so that no table holds one.
@Component
class WebhookSecrets {

    private static final String PURPOSE = "webhook";

    private final LinkKeys keys;

    WebhookSecrets(LinkKeys keys) {
        this.keys = keys;
    }

    /// As the receiver enters it.
    String secret(UUID webhookId) {
        return "whsec_" + Base64.getEncoder().encodeToString(key(webhookId));
    }

    /// @param seconds since 1970, as the header says them
    String sign(UUID webhookId, String messageId, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(webhookId), "HmacSHA256"));
            byte[] seal = mac.doFinal((messageId + "." + seconds + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(seal);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] key(UUID webhookId) {
        return keys.seal(PURPOSE, webhookId.toString());
    }
}
