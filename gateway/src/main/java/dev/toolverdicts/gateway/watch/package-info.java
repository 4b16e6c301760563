/// By what the gateway's requests are told apart when they are measured.
@NullMarked
package dev.toolverdicts.gateway.watch;

import org.jspecify.annotations.NullMarked;
