/// A standard OpenID provider (Spring Authorization Server) for one machine and for Compose. It only
/// arranges the library's parts: who there is, what each may do, and how tokens say so. Elsewhere
/// another provider takes its place.
@NullMarked
package dev.toolverdicts.platform.identity;

import org.jspecify.annotations.NullMarked;
