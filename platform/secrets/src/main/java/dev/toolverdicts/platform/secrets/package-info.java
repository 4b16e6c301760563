/** Secrets that change while everything runs: files that are read again, keys of which the newest signs and all verify. */
@NullMarked
package dev.toolverdicts.platform.secrets;

import org.jspecify.annotations.NullMarked;
