/// The panel of critics and their reviews: this package starts the service and says who may do what.
@NullMarked
package dev.toolverdicts.review;

import org.jspecify.annotations.NullMarked;
