/** Tool cards: what everybody sees of a tool, put together from the events of three services and from nothing else. */
@NullMarked
package dev.toolverdicts.catalog.card;

import org.jspecify.annotations.NullMarked;
