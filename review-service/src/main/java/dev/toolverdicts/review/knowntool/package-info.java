/// The tools as the catalog's events tell of them: enough to find one by its address. Nobody here asks the catalog.
@NullMarked
package dev.toolverdicts.review.knowntool;

import org.jspecify.annotations.NullMarked;
