@NullMarked
package dev.toolverdicts.gateway.edge;

import org.jspecify.annotations.NullMarked;
