/// The page of one review: how it came about, what changed in it and why, and whether readers found
/// it helpful. Here and not at the catalog, since nobody else has the earlier texts.
@NullMarked
package dev.toolverdicts.review.page;

import org.jspecify.annotations.NullMarked;
