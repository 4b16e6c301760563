package dev.toolverdicts.vote.operations;

import dev.toolverdicts.vote.web.Problem;
import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpStatus;

/// A receipt that was never given for a vote.
final class NoSuchVote extends Refusal {

    NoSuchVote() {
        super(Problem.of(HttpStatus.NOT_FOUND, "There is no such vote."));
    }
}
