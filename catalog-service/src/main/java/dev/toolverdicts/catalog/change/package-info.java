/// What changed of a tool: its price, its status, its verdicts, its places. Events tell the last change
/// of each kind and what was before; nothing older is known.
@NullMarked
package dev.toolverdicts.catalog.change;

import org.jspecify.annotations.NullMarked;
