package dev.toolverdicts.newsletter.link;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a signed token speaks for.
///
/// @param issueId the issue whose mail it stood in; null when in no issue
public record Bearer(UUID subscriberId, @Nullable UUID issueId) {}
