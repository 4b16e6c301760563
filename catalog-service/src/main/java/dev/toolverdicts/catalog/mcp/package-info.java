/// The catalog for programs that reason: the Model Context Protocol over Streamable HTTP, reading alone
/// and without sessions.
@NullMarked
package dev.toolverdicts.catalog.mcp;

import org.jspecify.annotations.NullMarked;
