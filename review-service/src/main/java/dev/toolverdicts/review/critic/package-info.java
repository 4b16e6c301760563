/// The seven critics: reference data of this service, published as events and read by everybody.
@NullMarked
package dev.toolverdicts.review.critic;

import org.jspecify.annotations.NullMarked;
