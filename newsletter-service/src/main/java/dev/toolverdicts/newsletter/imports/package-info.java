/// Files of subscribers. Whoever is in one is asked like anybody else: an import adds pending subscribers and mails
/// to confirm, never a consent.
@NullMarked
package dev.toolverdicts.newsletter.imports;

import org.jspecify.annotations.NullMarked;
