package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpStatus;

/// A role and a reason go with a vote, and there is none.
final class VoteFirst extends Refusal {

    VoteFirst() {
        super(
                HttpStatus.CONFLICT,
                "vote-first",
                "Vote first",
                "A role and a reason go with a vote, and you have none on this tool. One click casts it.");
    }
}
