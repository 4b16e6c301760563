/// What is found again, and what goes first.
@NullMarked
package dev.toolverdicts.platform.web.pages;

import org.jspecify.annotations.NullMarked;
