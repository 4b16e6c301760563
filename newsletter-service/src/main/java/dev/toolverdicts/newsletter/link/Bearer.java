package dev.toolverdicts.newsletter.link;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a signed token speaks for.
///
/// @param issueId the issue whose mail it stood in, or the follow it ends; null when neither
public record Bearer(UUID subscriberId, @Nullable UUID issueId) {}
