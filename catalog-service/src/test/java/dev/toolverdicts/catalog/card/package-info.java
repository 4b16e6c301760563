/// What holds for cards and their events without a running service.
@NullMarked
package dev.toolverdicts.catalog.card;

import org.jspecify.annotations.NullMarked;
