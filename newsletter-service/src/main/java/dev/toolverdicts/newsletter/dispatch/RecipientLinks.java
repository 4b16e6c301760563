package dev.toolverdicts.newsletter.dispatch;

import java.util.UUID;

/// The links that are a recipient's own.
interface RecipientLinks {

    String unsubscribe(UUID subscriberId, UUID issueId);

    String preferences(UUID subscriberId);
}
