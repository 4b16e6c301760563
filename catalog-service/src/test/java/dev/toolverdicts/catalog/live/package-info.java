@NullMarked
package dev.toolverdicts.catalog.live;

import org.jspecify.annotations.NullMarked;
