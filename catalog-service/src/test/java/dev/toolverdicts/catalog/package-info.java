/// The service as it runs, looked at through HTTP, topics and tables.
@NullMarked
package dev.toolverdicts.catalog;

import org.jspecify.annotations.NullMarked;
