/// Who asked for the newsletter. Everybody stays pending until they confirm from their own inbox, and no mail goes to a
/// pending address but the one that asks.
@NullMarked
package dev.toolverdicts.newsletter.subscriber;

import org.jspecify.annotations.NullMarked;
