/// The one public door: it starts the gateway. Where a request goes is said in `application.yml`; this code knows no
/// business.
@NullMarked
package dev.toolverdicts.gateway;

import org.jspecify.annotations.NullMarked;
