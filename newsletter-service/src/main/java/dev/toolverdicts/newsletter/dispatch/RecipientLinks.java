package dev.toolverdicts.newsletter.dispatch;

import java.util.UUID;

/// The links that are a recipient's own.
interface RecipientLinks {

    String unsubscribe(UUID subscriberId, UUID issueId);

    String preferences(UUID subscriberId);

    /// The HTML part with its links as the recipient gets them; those above are not filled in yet.
    default String counted(String html, UUID issueId, UUID subscriberId) {
        return html;
    }
}
