@NullMarked
package dev.toolverdicts.catalog.verdict;

import org.jspecify.annotations.NullMarked;
