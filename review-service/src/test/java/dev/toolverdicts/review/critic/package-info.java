/// What holds for critics without a running service.
@NullMarked
package dev.toolverdicts.review.critic;

import org.jspecify.annotations.NullMarked;
