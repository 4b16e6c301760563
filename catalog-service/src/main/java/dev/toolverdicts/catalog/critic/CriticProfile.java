package dev.toolverdicts.catalog.critic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A critic with the whole persona.
///
/// @param categories whose tools the critic is assigned to, none for all of them; null when that is
///     not known
public record CriticProfile(
        String key,
        int position,
        String name,
        String roleLabel,
        String motto,
        String persona,
        List<String> likes,
        List<String> dislikes,
        String authorKind,
        @Nullable List<String> categories) {}
