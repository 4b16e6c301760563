/// Traces through services with servlets.
@NullMarked
package dev.toolverdicts.platform.telemetry.servlet;

import org.jspecify.annotations.NullMarked;
