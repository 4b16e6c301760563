/// A running gateway in front of tiny backends.
@NullMarked
package dev.toolverdicts.gateway;

import org.jspecify.annotations.NullMarked;
