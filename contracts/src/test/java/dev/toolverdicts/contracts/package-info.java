/// Proves that schemas, golden samples and the channel list agree with each other, and that old samples stay.
@NullMarked
package dev.toolverdicts.contracts;

import org.jspecify.annotations.NullMarked;
