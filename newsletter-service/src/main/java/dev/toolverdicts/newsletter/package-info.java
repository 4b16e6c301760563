/// The newsletter: who wants it, and what the week has to tell.
@NullMarked
package dev.toolverdicts.newsletter;

import org.jspecify.annotations.NullMarked;
