@NullMarked
package dev.toolverdicts.platform.keptfiles;

import org.jspecify.annotations.NullMarked;
