/// Sends an issue to everybody in its ledger: nobody twice, nobody skipped, nobody who has unsubscribed. Each row is
/// claimed with a fence and passes its point of no return in one statement directly before the final dot.
@NullMarked
package dev.toolverdicts.newsletter.dispatch;

import org.jspecify.annotations.NullMarked;
