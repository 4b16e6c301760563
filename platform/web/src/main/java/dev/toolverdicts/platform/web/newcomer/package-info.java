/// Who has no voter's cookie: nothing of theirs is kept anywhere, so nobody has to be asked for it and
/// no other site could change it.
@NullMarked
package dev.toolverdicts.platform.web.newcomer;

import org.jspecify.annotations.NullMarked;
