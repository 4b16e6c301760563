/// What happened to a tool: changes of its facts, its releases, news of it, and the last turn of all that is
/// said of it, for everybody to read. `fact_change` is the one record of what facts were before.
@NullMarked
package dev.toolverdicts.catalog.history;

import org.jspecify.annotations.NullMarked;
