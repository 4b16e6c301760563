/** What moderators see and decide: held votes, restored or discarded, with a reason. */
@NullMarked
package dev.toolverdicts.vote.moderation;

import org.jspecify.annotations.NullMarked;
