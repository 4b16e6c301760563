package dev.toolverdicts.vote.dataset;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One counted vote as the dataset may tell it.
///
/// @param voter a name of this dataset's alone, the same for all votes of a voter; null where so few
///     voted on the tool that each could be somebody known
/// @param day null where so few voted on the tool that day
record Ballot(
        UUID toolId,
        @Nullable String voter,
        String choice,
        @Nullable LocalDate day) {}
