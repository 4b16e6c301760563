/// Pages on which critics and editors write reviews: what waits for one, what is due again, and a
/// form that keeps the words. A critic sees the own reviews here and nobody else's.
@NullMarked
package dev.toolverdicts.review.desk;

import org.jspecify.annotations.NullMarked;
