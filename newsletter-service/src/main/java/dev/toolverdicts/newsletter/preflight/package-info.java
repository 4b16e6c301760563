/// What is looked at before an issue goes out: whom it reaches, how it looks to them, where its links lead, and whether
/// the
/// world will believe who sent it.
@NullMarked
package dev.toolverdicts.newsletter.preflight;

import org.jspecify.annotations.NullMarked;
