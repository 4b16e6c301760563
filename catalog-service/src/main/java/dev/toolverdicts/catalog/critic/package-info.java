/** The panel's critics as their own service publishes them, for the pages that introduce them. */
@NullMarked
package dev.toolverdicts.catalog.critic;

import org.jspecify.annotations.NullMarked;
