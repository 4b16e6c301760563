/** What could be used in a tool's place, by a rule that readers are told. */
@NullMarked
package dev.toolverdicts.catalog.alternative;

import org.jspecify.annotations.NullMarked;
