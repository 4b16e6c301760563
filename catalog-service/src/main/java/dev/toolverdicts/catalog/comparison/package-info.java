/** Two to five tools side by side: the table that decides, the scorecard by critic, and the one-line read. */
@NullMarked
package dev.toolverdicts.catalog.comparison;

import org.jspecify.annotations.NullMarked;
