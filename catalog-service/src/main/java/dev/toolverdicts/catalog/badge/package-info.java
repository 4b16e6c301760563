/// How often badges on other sites are shown and followed: counts per tool and day, nothing of
/// the visitors.
@NullMarked
package dev.toolverdicts.catalog.badge;

import org.jspecify.annotations.NullMarked;
