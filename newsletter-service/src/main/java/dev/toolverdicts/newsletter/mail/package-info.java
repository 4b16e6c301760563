/// Hands mail to a mail server and knows what became of it: one session for newsletter and transactional mail, and
/// the queue of the latter. Knows neither subscribers nor issues.
@NullMarked
package dev.toolverdicts.newsletter.mail;

import org.jspecify.annotations.NullMarked;
