/** Which of the three roles this process plays; they scale apart, and accepting alone needs no database. */
@NullMarked
package dev.toolverdicts.vote.role;

import org.jspecify.annotations.NullMarked;
