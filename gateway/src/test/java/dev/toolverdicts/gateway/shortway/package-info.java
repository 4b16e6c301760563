@NullMarked
package dev.toolverdicts.gateway.shortway;

import org.jspecify.annotations.NullMarked;
