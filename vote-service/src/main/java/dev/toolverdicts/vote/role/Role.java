package dev.toolverdicts.vote.role;

/// What a process does of the service's work.
public enum Role {
    /// Takes votes and appends them to the log; needs no database.
    ACCEPT,
    /// Counts the log into the database and publishes the tallies.
    COUNT,
    /// Answers tallies, streams and own votes.
    QUERY
}
