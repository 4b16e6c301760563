/** Turns the log into votes and exact tallies in PostgreSQL and publishes the tallies. */
@NullMarked
package dev.toolverdicts.vote.count;

import org.jspecify.annotations.NullMarked;
