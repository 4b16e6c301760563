/// Who follows a tool, a pair, a category or a critic hears of each change once: in a mail that gathers, or at a
/// webhook. Only confirmed subscribers do.
@NullMarked
package dev.toolverdicts.newsletter.alert;

import org.jspecify.annotations.NullMarked;
