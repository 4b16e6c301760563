/// Pages that newcomers share: made once, shown to all of them for minutes, and dropped when
/// something on them changes. Whoever has a vote or a token gets a page of their own.
@NullMarked
package dev.toolverdicts.catalog.shared;

import org.jspecify.annotations.NullMarked;
