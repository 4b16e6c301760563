/// What holds for the page of a review without a running service.
@NullMarked
package dev.toolverdicts.review.page;

import org.jspecify.annotations.NullMarked;
