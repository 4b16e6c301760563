/// Hands mail to a mail server and knows what became of it: one session for newsletter and queued mail,
/// and the queue of transactional mail and alerts. Knows neither issues nor what is followed.
@NullMarked
package dev.toolverdicts.newsletter.mail;

import org.jspecify.annotations.NullMarked;
