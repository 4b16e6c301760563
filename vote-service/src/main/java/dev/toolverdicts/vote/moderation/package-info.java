/** What moderators see and decide: held votes, restored or discarded, with a reason; and what voters wrote, shown or rejected. */
@NullMarked
package dev.toolverdicts.vote.moderation;

import org.jspecify.annotations.NullMarked;
