/// The weekly issue. There is none yet: the archive is empty and the topic for issues waits.
@NullMarked
package dev.toolverdicts.newsletter.issue;

import org.jspecify.annotations.NullMarked;
