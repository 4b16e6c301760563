/** Verified addresses as a voter tier: a mailed token proves one, only its keyed hash is kept, and the cookie says so. */
@NullMarked
package dev.toolverdicts.vote.email;

import org.jspecify.annotations.NullMarked;
