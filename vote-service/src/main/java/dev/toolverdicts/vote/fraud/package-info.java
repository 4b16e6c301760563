/** Rules that look at the votes of the last minutes: they hold votes and raise brigade flags, and never do more. */
@NullMarked
package dev.toolverdicts.vote.fraud;

import org.jspecify.annotations.NullMarked;
