/** Answers how a tool stands and what the visitor chose, at once and as a stream. */
@NullMarked
package dev.toolverdicts.vote.tally;

import org.jspecify.annotations.NullMarked;
