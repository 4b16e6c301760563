/// Pages for newsletter editors, complete without scripts and usable from the keyboard. They know an editor by the
/// token in
/// `Authorization`; signing in with a browser is the gateway's business.
@NullMarked
package dev.toolverdicts.newsletter.desk;

import org.jspecify.annotations.NullMarked;
