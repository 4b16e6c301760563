/// Files of rows that are made once a day and kept in the database, so that every copy of a service can
/// hand them out.
@NullMarked
package dev.toolverdicts.platform.keptfiles;

import org.jspecify.annotations.NullMarked;
