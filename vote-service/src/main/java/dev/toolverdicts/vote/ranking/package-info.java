/** How votes become numbers that can be compared: shares, intervals and, in time, ranks. */
@NullMarked
package dev.toolverdicts.vote.ranking;

import org.jspecify.annotations.NullMarked;
