/// What holds for tools, their texts and their events without a running service.
@NullMarked
package dev.toolverdicts.catalog.tool;

import org.jspecify.annotations.NullMarked;
