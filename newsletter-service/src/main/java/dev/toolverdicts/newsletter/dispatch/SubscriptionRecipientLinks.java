package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.click.ClickLinks;
import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The links of a subscriber, as every issue carries them.
@Component
class SubscriptionRecipientLinks implements RecipientLinks {

    private final SubscriptionLinks links;
    private final ClickLinks clicks;

    SubscriptionRecipientLinks(SubscriptionLinks links, ClickLinks clicks) {
        this.links = links;
        this.clicks = clicks;
    }

    @Override
    public String unsubscribe(UUID subscriberId, UUID issueId) {
        return links.unsubscribeUrl(subscriberId, issueId);
    }

    @Override
    public String preferences(UUID subscriberId) {
        return links.preferencesUrl(subscriberId);
    }

    @Override
    public String counted(String html, UUID issueId, UUID subscriberId) {
        return clicks.counted(html, issueId, subscriberId);
    }
}
