package dev.toolverdicts.review.critic;

/// A critic as reviews name it.
///
/// @param version rises when anything about the critic changes
public record Critic(String key, String name, String role, long version) {}
