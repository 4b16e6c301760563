package dev.toolverdicts.review.knowntool;

import java.util.UUID;

/// Told in the transaction that learns of another latest release of a tool that was known already.
public interface ToolReleased {

    void released(UUID toolId);
}
