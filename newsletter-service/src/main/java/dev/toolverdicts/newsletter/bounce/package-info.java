/// What comes back: mail that could not be delivered, complaints, and readers who unsubscribe by mail.
/// A report counts only with a return address that we sealed, and only against the row or the
/// subscriber it names.
@NullMarked
package dev.toolverdicts.newsletter.bounce;

import org.jspecify.annotations.NullMarked;
