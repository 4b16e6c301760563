/** What voters say with their votes, by role and with reasons, as vote-service publishes it. */
@NullMarked
package dev.toolverdicts.catalog.voice;

import org.jspecify.annotations.NullMarked;
