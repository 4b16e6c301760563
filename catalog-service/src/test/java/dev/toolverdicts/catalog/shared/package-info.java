@NullMarked
package dev.toolverdicts.catalog.shared;

import org.jspecify.annotations.NullMarked;
