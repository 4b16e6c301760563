@NullMarked
package dev.toolverdicts.gateway.session;

import org.jspecify.annotations.NullMarked;
