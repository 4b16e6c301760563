/// What is kept, and what never is.
@NullMarked
package dev.toolverdicts.platform.web.lastknown;

import org.jspecify.annotations.NullMarked;
