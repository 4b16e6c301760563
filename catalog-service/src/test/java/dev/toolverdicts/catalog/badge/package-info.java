@NullMarked
package dev.toolverdicts.catalog.badge;

import org.jspecify.annotations.NullMarked;
