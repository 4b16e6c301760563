package dev.toolverdicts.vote.ruling;

import java.util.UUID;

/// A vote as it was when it was judged.
///
/// @param logOffset its place in its partition of the log; what the voter casts later is another vote
public record VoteAt(UUID toolId, UUID voterId, long logOffset) {}
