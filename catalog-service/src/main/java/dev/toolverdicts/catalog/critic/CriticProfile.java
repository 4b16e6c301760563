package dev.toolverdicts.catalog.critic;

import java.util.List;

/// A critic with the whole persona.
public record CriticProfile(
        String key,
        int position,
        String name,
        String roleLabel,
        String motto,
        String persona,
        List<String> likes,
        List<String> dislikes,
        String authorKind) {}
