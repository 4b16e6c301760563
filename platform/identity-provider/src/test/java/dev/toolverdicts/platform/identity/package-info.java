@NullMarked
package dev.toolverdicts.platform.identity;

import org.jspecify.annotations.NullMarked;
