/** Stories through the gateway, in a real browser and under faults, against the system that `./start` starts. */
@NullMarked
package dev.toolverdicts.system;

import org.jspecify.annotations.NullMarked;
