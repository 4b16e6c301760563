/// The requests that come in crowds, sent on to their service without the web framework (ADR 0010).
@NullMarked
package dev.toolverdicts.gateway.shortway;

import org.jspecify.annotations.NullMarked;
