/// Traces through services on WebFlux.
@NullMarked
package dev.toolverdicts.platform.telemetry.reactive;

import org.jspecify.annotations.NullMarked;
