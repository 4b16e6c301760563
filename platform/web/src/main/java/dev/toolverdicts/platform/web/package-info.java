/// What every endpoint has in common at the HTTP edge: problem documents, entity tags, and limits on what
/// comes in.
@NullMarked
package dev.toolverdicts.platform.web;

import org.jspecify.annotations.NullMarked;
