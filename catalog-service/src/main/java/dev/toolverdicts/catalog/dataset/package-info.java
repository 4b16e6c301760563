/// The nightly dataset's part of this service: tools, their facts, and what is known of reviews besides
/// their words.
@NullMarked
package dev.toolverdicts.catalog.dataset;

import org.jspecify.annotations.NullMarked;
