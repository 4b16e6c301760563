package dev.toolverdicts.newsletter.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param wish null for mail that somebody asked for just now
/// @param attempts including the one that is being made
/// @param traceparent of the trace that it is part of
record QueuedMail(
        UUID id,
        String to,
        String subject,
        String html,
        String text,
        @Nullable StandingWish wish,
        int attempts,
        Instant queuedAt,
        @Nullable String traceparent) {}
