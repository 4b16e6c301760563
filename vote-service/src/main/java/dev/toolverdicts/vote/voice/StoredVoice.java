package dev.toolverdicts.vote.voice;

import java.time.Instant;
import java.util.UUID;

/// All that is stored of what was said with one vote, but for where that stands in the log.
public record StoredVoice(UUID toolId, OwnVoice voice, Instant givenAt) {}
