@NullMarked
package dev.toolverdicts.catalog.search;

import org.jspecify.annotations.NullMarked;
