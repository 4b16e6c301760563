/** Tests of the boards' read model. */
@NullMarked
package dev.toolverdicts.catalog.leaderboard;

import org.jspecify.annotations.NullMarked;
