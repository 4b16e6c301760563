/// What subscribers may ask of us about themselves: all that is stored, and that it be forgotten. Both need a mail that
/// is a day old at most: whoever finds an old issue can do neither.
@NullMarked
package dev.toolverdicts.newsletter.privacy;

import org.jspecify.annotations.NullMarked;
