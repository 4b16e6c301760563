/// What a process tells of itself to those who watch it: metrics at a port of their own, and
/// the spans of traces.
@NullMarked
package dev.toolverdicts.platform.telemetry;

import org.jspecify.annotations.NullMarked;
