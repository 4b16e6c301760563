/// What the system is measured with: loads, ceilings and the reckoning of one against the other. Nothing here runs in
/// `./verify` except the tests of the reckoning.
@NullMarked
package dev.toolverdicts.benchmarks;

import org.jspecify.annotations.NullMarked;
