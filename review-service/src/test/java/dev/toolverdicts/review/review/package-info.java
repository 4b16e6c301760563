/// What holds for reviews and panels without a running service.
@NullMarked
package dev.toolverdicts.review.review;

import org.jspecify.annotations.NullMarked;
