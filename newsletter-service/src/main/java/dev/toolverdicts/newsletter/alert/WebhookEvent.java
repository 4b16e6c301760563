package dev.toolverdicts.newsletter.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change as a webhook is told of it.
///
/// @param id the same however often it is told
/// @param sequence grows; a receiver that names one gets all later ones again
/// @param from null for a first verdict and a first milestone
record WebhookEvent(
        String id,
        long sequence,
        String type,
        ToolName tool,
        @Nullable String critic,
        @Nullable String from,
        String to,
        Instant since) {

    record ToolName(String slug, String name, String url) {}
}
