package dev.toolverdicts.newsletter.click;

import java.time.Instant;

/// A link of an issue that was followed from one reader's mail.
///
/// @param machine whether it was asked for as programs do, or from where they are
public record FollowedLink(String isoWeek, String url, Instant at, boolean machine) {}
