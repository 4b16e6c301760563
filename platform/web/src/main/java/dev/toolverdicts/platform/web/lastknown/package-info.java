/// Public pages as they were last made, shown with their time while the database is away. What is kept
/// is what a stranger would see: never somebody's own part of a page.
@NullMarked
package dev.toolverdicts.platform.web.lastknown;

import org.jspecify.annotations.NullMarked;
