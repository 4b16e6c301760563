package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.knowntool.KnownTool;

/// A tool a reader follows, with the address they know it by.
record Followed(String slug, KnownTool tool) {}
