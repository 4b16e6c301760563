/** What happened to a tool: changes of its facts, its releases, and news of it, for everybody to read. */
@NullMarked
package dev.toolverdicts.catalog.history;

import org.jspecify.annotations.NullMarked;
