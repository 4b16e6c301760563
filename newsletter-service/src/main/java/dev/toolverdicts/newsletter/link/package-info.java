/// The tokens that let a subscriber act without an account. One is good for one purpose: the key of each is derived
/// from
/// one secret, so that what a forwarded mail gives away stays harmless.
@NullMarked
package dev.toolverdicts.newsletter.link;

import org.jspecify.annotations.NullMarked;
