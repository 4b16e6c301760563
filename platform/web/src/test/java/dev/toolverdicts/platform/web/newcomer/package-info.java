/// Who is new, and which of their forms are believed.
@NullMarked
package dev.toolverdicts.platform.web.newcomer;

import org.jspecify.annotations.NullMarked;
