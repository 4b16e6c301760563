package dev.toolverdicts.newsletter.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.newsletter.link.LinkKeys;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Signs what is posted as the Standard Webhooks do: HMAC-SHA256 over id, time and body. Each webhook has a secret
/// of its own, made from the service's key, so that no table holds one.
@Component
class WebhookSecrets {

    /// How long after a change the secret before is good too.
    static final Duration BOTH = Duration.ofHours(24);

    private static final String PURPOSE = "webhook";

    private final LinkKeys keys;

    WebhookSecrets(LinkKeys keys) {
        this.keys = keys;
    }

    /// As the receiver enters it.
    ///
    /// @param number how often it was changed
    String secret(UUID webhookId, int number) {
        return "whsec_" + Base64.getEncoder().encodeToString(key(webhookId, number));
    }

    /// By the secret, and for a while after it was changed by the one before too: a receiver takes a
    /// post that one of the signatures proves.
    ///
    /// @param seconds since 1970, as the header says them
    String sign(Post post, String messageId, long seconds, String body) {
        byte[] content = (messageId + "." + seconds + "." + body).getBytes(UTF_8);
        String newest = signature(key(post.webhookId(), post.secretNumber()), content);
        Instant changed = post.secretChangedAt();
        return changed != null && Instant.ofEpochSecond(seconds).isBefore(changed.plus(BOTH))
                ? newest + " " + signature(key(post.webhookId(), post.secretNumber() - 1), content)
                : newest;
    }

    private static String signature(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The first is made of the webhook alone, as when there was only one.
    private byte[] key(UUID webhookId, int number) {
        return keys.seal(PURPOSE, number == 0 ? webhookId.toString() : webhookId + "\n" + number);
    }
}
