package dev.toolverdicts.platform.web.lastknown;

import java.time.Instant;

/// That a page was asked for.
///
/// @param forgotten how often all pages had been forgotten by then: what was read before the last time
///     must not be kept after it
record Look(String address, Instant at, long forgotten) {}
