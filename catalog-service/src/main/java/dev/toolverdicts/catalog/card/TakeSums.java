package dev.toolverdicts.catalog.card;

import java.time.Instant;

/// What the takes of one critic on the tools of one category add up to.
///
/// @param scores the sum of them
/// @param decided of those tools, how many have a verdict of the panel
/// @param alone of the decided ones, how many had nobody else on the critic's side
/// @param compared of those tools, how many have a community that leans one way, with enough votes
///     to say so
/// @param agreed of the compared ones, how many lean the critic's way
public record TakeSums(
        String criticKey,
        String category,
        String categoryName,
        int takes,
        int ships,
        int scores,
        int decided,
        int alone,
        int compared,
        int agreed,
        Instant asOf) {}
