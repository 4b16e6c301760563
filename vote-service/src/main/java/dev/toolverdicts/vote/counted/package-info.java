/** How far the log of votes is counted, for whoever must know that nothing is missing. */
@NullMarked
package dev.toolverdicts.vote.counted;

import org.jspecify.annotations.NullMarked;
