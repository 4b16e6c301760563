package dev.toolverdicts.review.knowntool;

import java.time.Instant;
import java.util.UUID;

/// Told of every tool in the transaction that makes it known, more than once for the same tool.
public interface ToolsSeen {

    void seen(UUID toolId, Instant at);
}
