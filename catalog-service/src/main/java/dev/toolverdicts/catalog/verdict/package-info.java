/// Which verdict the panel has on each tool, which it had before, and since when: the news of feeds.
@NullMarked
package dev.toolverdicts.catalog.verdict;

import org.jspecify.annotations.NullMarked;
