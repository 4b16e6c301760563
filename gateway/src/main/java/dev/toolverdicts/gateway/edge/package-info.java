/// What every request passes first, whether a route exists for it or not: who is asking, how often, how much,
/// from where, and what browsers are told about the answer.
@NullMarked
package dev.toolverdicts.gateway.edge;

import org.jspecify.annotations.NullMarked;
