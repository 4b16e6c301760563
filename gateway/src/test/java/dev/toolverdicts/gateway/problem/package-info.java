@NullMarked
package dev.toolverdicts.gateway.problem;

import org.jspecify.annotations.NullMarked;
