@NullMarked
package dev.toolverdicts.catalog.duel;

import org.jspecify.annotations.NullMarked;
