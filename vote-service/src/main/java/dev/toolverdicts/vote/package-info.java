/** Puts the service together: roles, access rules, owned topics and the description of its API. */
@NullMarked
package dev.toolverdicts.vote;

import org.jspecify.annotations.NullMarked;
