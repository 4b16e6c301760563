/**
 * Moves committed changes from a service's database to the log and records of the log into a service's database, losing
 * none and applying none twice. Knows no business word.
 */
@NullMarked
package dev.toolverdicts.platform.messaging;

import org.jspecify.annotations.NullMarked;
