/// The public pages: one controller and one view per page kind, rendered complete on the server from the read side.
/// A view holds finished words and figures, so that every surface says the same thing and templates decide nothing.
@NullMarked
package dev.toolverdicts.catalog.site;

import org.jspecify.annotations.NullMarked;
