/// Which copy of a service gets a request, and who gets it next when that copy fails. Owns the knowledge of
/// which copies answer; nothing else in the gateway knows an address of a backend.
@NullMarked
package dev.toolverdicts.gateway.copies;

import org.jspecify.annotations.NullMarked;
