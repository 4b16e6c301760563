package dev.toolverdicts.gateway.session;

import java.time.Instant;

/// @param content sealed
record SessionRow(byte[] content, Instant createdAt, Instant lastSeenAt) {}
