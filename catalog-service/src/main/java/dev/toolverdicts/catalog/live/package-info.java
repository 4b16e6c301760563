/// Tells open pages that something has changed, so that they ask again. It tells no facts: those are
/// on the pages, and a hint that is lost costs a few seconds.
@NullMarked
package dev.toolverdicts.catalog.live;

import org.jspecify.annotations.NullMarked;
