/** The write side of the catalog: tools with their sourced facts, one per product, and the event of every change. */
@NullMarked
package dev.toolverdicts.catalog.tool;

import org.jspecify.annotations.NullMarked;
