/** Finding tools: what words lead to, and what it can be narrowed down by. */
@NullMarked
package dev.toolverdicts.catalog.search;

import org.jspecify.annotations.NullMarked;
