package dev.toolverdicts.newsletter.link;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a mailed token stands for.
///
/// @param email the address it was mailed to, which whoever has it has proved to own
/// @param topics what was wished for together with it
public record Mailed(
        Purpose purpose,
        UUID subscriberId,
        String email,
        List<String> topics,
        @Nullable String source) {

    public Mailed {
        topics = List.copyOf(topics);
    }
}
