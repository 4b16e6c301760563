/** Duels as vote-service publishes them: how two tools did against each other, and the ranks of a category that follow. */
@NullMarked
package dev.toolverdicts.catalog.duel;

import org.jspecify.annotations.NullMarked;
