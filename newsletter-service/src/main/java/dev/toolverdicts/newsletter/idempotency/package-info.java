/// What an `Idempotency-Key` promises: the same key and body have one result, and tell it again for a day.
@NullMarked
package dev.toolverdicts.newsletter.idempotency;

import org.jspecify.annotations.NullMarked;
