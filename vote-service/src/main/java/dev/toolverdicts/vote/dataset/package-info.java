/// The nightly dataset's part of this service: every counted vote without its voter, and the board that
/// follows from them.
@NullMarked
package dev.toolverdicts.vote.dataset;

import org.jspecify.annotations.NullMarked;
