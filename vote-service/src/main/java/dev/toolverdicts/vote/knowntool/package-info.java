/** The tools there are, by address, as the catalog's topic tells. */
@NullMarked
package dev.toolverdicts.vote.knowntool;

import org.jspecify.annotations.NullMarked;
