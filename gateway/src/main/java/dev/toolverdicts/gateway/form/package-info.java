/// Keeps what somebody typed into a form until a service has taken it, so that a service that is down
/// loses nothing but time.
@NullMarked
package dev.toolverdicts.gateway.form;

import org.jspecify.annotations.NullMarked;
