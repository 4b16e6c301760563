package dev.toolverdicts.newsletter.dispatch;

import java.util.UUID;

/// An issue that is being sent, as its mails need it.
record Edition(UUID issueId, String isoWeek, String subject, String html, String text) {}
