/// The operations API and its pages, where votes are counted: only such a copy has the listeners to
/// replay a record to.
@NullMarked
package dev.toolverdicts.vote.operations;

import org.jspecify.annotations.NullMarked;
