/// Who is signed in: the gateway is a client of an OpenID provider, keeps the tokens in a store that
/// all its copies share, and gives the services the access token that belongs to a browser's cookie.
/// Whoever has no such cookie costs nothing here. All that blocks, the store and the provider, does so
/// on virtual threads.
@NullMarked
package dev.toolverdicts.gateway.session;

import org.jspecify.annotations.NullMarked;
