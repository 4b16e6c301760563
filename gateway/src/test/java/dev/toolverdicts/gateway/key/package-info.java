@NullMarked
package dev.toolverdicts.gateway.key;

import org.jspecify.annotations.NullMarked;
