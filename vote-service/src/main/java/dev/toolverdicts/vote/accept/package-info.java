/** Takes votes and answers once they are durable in the log. The only state is the log itself. */
@NullMarked
package dev.toolverdicts.vote.accept;

import org.jspecify.annotations.NullMarked;
