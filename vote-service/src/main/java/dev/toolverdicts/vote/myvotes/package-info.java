/** The voter's own page: everything kept about their votes, to read, to take along and to delete. */
@NullMarked
package dev.toolverdicts.vote.myvotes;

import org.jspecify.annotations.NullMarked;
