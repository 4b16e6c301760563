/// The operations API and its pages for services with servlets.
@NullMarked
package dev.toolverdicts.platform.operations.servlet;

import org.jspecify.annotations.NullMarked;
