/** Leaderboards as vote-service publishes them, with the cards of the tools on them, and the order of what is trending. */
@NullMarked
package dev.toolverdicts.catalog.leaderboard;

import org.jspecify.annotations.NullMarked;
