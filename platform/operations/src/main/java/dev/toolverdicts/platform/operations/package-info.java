/// What operators do to a service, for every kind of web server: bodies and lists of the
/// operations API, its refusals, and the pages of the desk. Knows no business word, and of web
/// servers only how a problem looks.
@NullMarked
package dev.toolverdicts.platform.operations;

import org.jspecify.annotations.NullMarked;
