package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.link.Bearer;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.newsletter.link.SignedTokens;
import dev.toolverdicts.platform.web.SiteSettings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The links of a subscriber that every mail carries: absolute addresses with a signed token. They need no database,
/// never expire, and the same arguments always give the same address.
@Component
public class SubscriptionLinks {

    private final SignedTokens tokens;
    private final SiteSettings site;

    SubscriptionLinks(SignedTokens tokens, SiteSettings site) {
        this.tokens = tokens;
        this.site = site;
    }

    /// Also the https part of `List-Unsubscribe`: a bare POST to it unsubscribes (RFC 8058).
    ///
    /// @param issueId the issue whose mail it goes into, so that an unsubscribe is known for this issue's; or null
    public String unsubscribeUrl(UUID subscriberId, @Nullable UUID issueId) {
        return url(Purpose.UNSUBSCRIBE, new Bearer(subscriberId, issueId));
    }

    public String preferencesUrl(UUID subscriberId) {
        return url(Purpose.PREFERENCES, new Bearer(subscriberId, null));
    }

    public String alertsUrl(UUID subscriberId) {
        return url(Purpose.ALERTS, new Bearer(subscriberId, null));
    }

    /// @param followId the follow it ends; null for all that come by mail
    public String unfollowUrl(UUID subscriberId, @Nullable UUID followId) {
        return url(Purpose.UNFOLLOW, new Bearer(subscriberId, followId));
    }

    private String url(Purpose purpose, Bearer bearer) {
        return site.publicUrl() + "/newsletter/" + purpose.key() + "?token=" + tokens.sign(purpose, bearer);
    }
}
