package dev.toolverdicts.gateway.copies;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long the requests of a route wait.
///
/// @param all for an answer, null where there is no limit, as for streams
/// @param another for one copy before another is asked
/// @param failures for another attempt after the first has failed
record Patience(@Nullable Duration all, Duration another, Duration failures) {}
