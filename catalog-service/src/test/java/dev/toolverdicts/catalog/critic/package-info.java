/// What holds for the critics' profiles without a running service.
@NullMarked
package dev.toolverdicts.catalog.critic;

import org.jspecify.annotations.NullMarked;
