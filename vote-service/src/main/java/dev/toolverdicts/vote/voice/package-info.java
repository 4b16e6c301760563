/** What voters say with their votes: from which point of view, and one line why; and what becomes public of it. */
@NullMarked
package dev.toolverdicts.vote.voice;

import org.jspecify.annotations.NullMarked;
