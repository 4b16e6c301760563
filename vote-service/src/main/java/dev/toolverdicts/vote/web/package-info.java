/** What every endpoint answers with when it refuses: problem documents with stable types. */
@NullMarked
package dev.toolverdicts.vote.web;

import org.jspecify.annotations.NullMarked;
