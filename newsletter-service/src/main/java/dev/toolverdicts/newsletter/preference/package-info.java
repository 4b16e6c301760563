/// What subscribers change themselves by the links in their mails: less, later, elsewhere, or the end. Opening a link
/// changes nothing.
@NullMarked
package dev.toolverdicts.newsletter.preference;

import org.jspecify.annotations.NullMarked;
