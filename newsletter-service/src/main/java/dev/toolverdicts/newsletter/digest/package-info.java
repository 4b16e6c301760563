/// What happened this week: new tools, new and changed verdicts, changed prices. It keeps the latest state of each tool
/// and panel and reads the week's entries from them, so a rebuild from the compacted topics tells the same week.
@NullMarked
package dev.toolverdicts.newsletter.digest;

import org.jspecify.annotations.NullMarked;
