@NullMarked
package dev.toolverdicts.platform.secrets;

import org.jspecify.annotations.NullMarked;
