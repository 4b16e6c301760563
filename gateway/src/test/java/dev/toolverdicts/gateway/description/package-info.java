@NullMarked
package dev.toolverdicts.gateway.description;

import org.jspecify.annotations.NullMarked;
