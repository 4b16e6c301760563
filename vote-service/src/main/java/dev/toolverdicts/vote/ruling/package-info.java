/** Decisions about votes, whoever makes them: written down for audit and published in one transaction. */
@NullMarked
package dev.toolverdicts.vote.ruling;

import org.jspecify.annotations.NullMarked;
