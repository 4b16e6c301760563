@NullMarked
package dev.toolverdicts.catalog.mcp;

import org.jspecify.annotations.NullMarked;
