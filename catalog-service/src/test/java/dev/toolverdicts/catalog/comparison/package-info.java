/// What holds for comparisons without a running service.
@NullMarked
package dev.toolverdicts.catalog.comparison;

import org.jspecify.annotations.NullMarked;
