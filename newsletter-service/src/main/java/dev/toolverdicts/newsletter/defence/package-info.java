/// What keeps the forms from being used against others: whoever signs up a stranger's address again and again, or many
/// strangers at once, sends no mails by our hand.
@NullMarked
package dev.toolverdicts.newsletter.defence;

import org.jspecify.annotations.NullMarked;
