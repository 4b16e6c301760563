package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.platform.web.SiteSettings;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What a webhook gets of a change: the same body at every attempt, a new time and signature.
@Component
class PostWriter {

    private final JsonMapper json;
    private final WebhookSecrets secrets;
    private final SiteSettings site;

    PostWriter(JsonMapper json, WebhookSecrets secrets, SiteSettings site) {
        this.json = json;
        this.secrets = secrets;
        this.site = site;
    }

    String body(Post post) {
        return json.writeValueAsString(event(post));
    }

    WebhookEvent event(Post post) {
        return new WebhookEvent(
                post.changeId().toString(),
                post.sequence(),
                post.kind().type(),
                new WebhookEvent.ToolName(post.slug(), post.name(), site.publicUrl() + "/tool/" + post.slug()),
                post.critic(),
                post.from(),
                post.to(),
                post.since());
    }

    Map<String, String> headers(Post post, String body, Instant now) {
        String id = post.changeId().toString();
        long seconds = now.getEpochSecond();
        return Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "ToolVerdicts-Webhooks",
                "Webhook-Id",
                id,
                "Webhook-Timestamp",
                Long.toString(seconds),
                "Webhook-Signature",
                secrets.sign(post, id, seconds, body));
    }
}
