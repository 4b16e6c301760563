package dev.toolverdicts.catalog.shared;

import java.time.Instant;

/// That a page was asked for.
///
/// @param address with its question
/// @param at when its making begins, if it is made
/// @param dropped the number of the last drop by then
record Look(String address, Instant at, long dropped) {}
