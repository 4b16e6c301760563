@NullMarked
package dev.toolverdicts.catalog.alternative;

import org.jspecify.annotations.NullMarked;
