/// Tests of the HTTP edge that need no service.
@NullMarked
package dev.toolverdicts.platform.web;

import org.jspecify.annotations.NullMarked;
