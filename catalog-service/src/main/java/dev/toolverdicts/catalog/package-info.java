/** Tools and their facts, the read models that show them with what critics and voters say, and the public pages. */
@NullMarked
package dev.toolverdicts.catalog;

import org.jspecify.annotations.NullMarked;
