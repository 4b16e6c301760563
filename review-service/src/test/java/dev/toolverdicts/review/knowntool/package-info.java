/// What holds for known tools without a running service.
@NullMarked
package dev.toolverdicts.review.knowntool;

import org.jspecify.annotations.NullMarked;
