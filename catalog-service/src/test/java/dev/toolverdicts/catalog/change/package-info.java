@NullMarked
package dev.toolverdicts.catalog.change;

import org.jspecify.annotations.NullMarked;
