package dev.toolverdicts.catalog.leaderboard;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

final class LeaderboardNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    LeaderboardNotFound() {
        super(HttpStatus.NOT_FOUND, "leaderboard-not-found", "Leaderboard not found", "There is no such leaderboard.");
    }
}
