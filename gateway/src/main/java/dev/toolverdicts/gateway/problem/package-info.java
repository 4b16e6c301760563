/// What the gateway itself has to say when a request does not get through: a problem document, or a page for people.
@NullMarked
package dev.toolverdicts.gateway.problem;

import org.jspecify.annotations.NullMarked;
