/// One description (OpenAPI) of the whole public API, put together from the services' own.
@NullMarked
package dev.toolverdicts.gateway.description;

import org.jspecify.annotations.NullMarked;
