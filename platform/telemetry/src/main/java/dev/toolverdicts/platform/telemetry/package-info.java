/// What a process tells of itself to those who watch it: its metrics, at a port of their own.
@NullMarked
package dev.toolverdicts.platform.telemetry;

import org.jspecify.annotations.NullMarked;
