/// The ledger for reading: what became of the one message to each recipient of an issue.
@NullMarked
package dev.toolverdicts.newsletter.ledger;

import org.jspecify.annotations.NullMarked;
