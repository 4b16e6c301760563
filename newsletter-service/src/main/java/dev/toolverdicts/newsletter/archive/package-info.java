/// What everybody may read of the newsletter: the week as it gathers, past issues with what was corrected in them, and
/// both
/// feeds. Nothing here knows who gets an issue.
@NullMarked
package dev.toolverdicts.newsletter.archive;

import org.jspecify.annotations.NullMarked;
