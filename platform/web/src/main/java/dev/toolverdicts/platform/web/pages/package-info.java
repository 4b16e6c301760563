/// Finished pages in the memory of a copy of a service: under which address one is found, and which of
/// them go when there are too many.
@NullMarked
package dev.toolverdicts.platform.web.pages;

import org.jspecify.annotations.NullMarked;
