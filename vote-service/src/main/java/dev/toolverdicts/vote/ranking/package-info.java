/** How votes become numbers that can be compared: shares, intervals, places on boards, and the page that says how. */
@NullMarked
package dev.toolverdicts.vote.ranking;

import org.jspecify.annotations.NullMarked;
