/// The weekly issue: drafted from what no issue has told, arranged and approved by editors, moved from draft to sent.
/// How mail is handed over is not decided here; this package and the dispatcher meet at the ledger.
@NullMarked
package dev.toolverdicts.newsletter.issue;

import org.jspecify.annotations.NullMarked;
