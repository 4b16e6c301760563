package dev.toolverdicts.newsletter.mail;

import java.time.Instant;
import java.util.UUID;

/// @param attempts including the one that is being made
record QueuedMail(UUID id, String to, String subject, String html, String text, int attempts, Instant queuedAt) {}
