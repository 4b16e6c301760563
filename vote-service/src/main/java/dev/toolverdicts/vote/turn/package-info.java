/** Takes turns between copies: what only one of them may do at a time. */
@NullMarked
package dev.toolverdicts.vote.turn;

import org.jspecify.annotations.NullMarked;
