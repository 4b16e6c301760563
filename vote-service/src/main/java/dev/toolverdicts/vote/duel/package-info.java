/** Two tools held against each other: who would ship which, one ballot per voter and pair, and the ranks that follow from it. */
@NullMarked
package dev.toolverdicts.vote.duel;

import org.jspecify.annotations.NullMarked;
