package dev.toolverdicts.newsletter.ledger;

import java.util.UUID;

/// How many messages of an issue are in doubt.
public record Doubts(UUID issueId, String isoWeek, String subject, long messages) {}
