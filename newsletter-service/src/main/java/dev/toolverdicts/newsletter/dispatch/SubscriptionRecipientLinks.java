package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The links of a subscriber, as every issue carries them.
@Component
class SubscriptionRecipientLinks implements RecipientLinks {

    private final SubscriptionLinks links;

    SubscriptionRecipientLinks(SubscriptionLinks links) {
        this.links = links;
    }

    @Override
    public String unsubscribe(UUID subscriberId, UUID issueId) {
        return links.unsubscribeUrl(subscriberId, issueId);
    }

    @Override
    public String preferences(UUID subscriberId) {
        return links.preferencesUrl(subscriberId);
    }
}
