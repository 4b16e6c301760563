@NullMarked
package dev.toolverdicts.gateway.copies;

import org.jspecify.annotations.NullMarked;
