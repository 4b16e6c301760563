/// Requests that are answered at the connection, before the web framework sees them.
@NullMarked
package dev.toolverdicts.platform.shortway;

import org.jspecify.annotations.NullMarked;
