package dev.toolverdicts.newsletter.alert;

import java.time.Instant;
import java.util.UUID;

record Webhook(UUID id, String url, Instant createdAt) {}
