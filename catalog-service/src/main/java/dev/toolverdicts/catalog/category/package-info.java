/** The controlled list of categories: reference data that tools are filed under. */
@NullMarked
package dev.toolverdicts.catalog.category;

import org.jspecify.annotations.NullMarked;
