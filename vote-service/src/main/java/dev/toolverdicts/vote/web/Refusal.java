package dev.toolverdicts.vote.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// A request that was understood and is refused for a reason the caller can act on.
public abstract class Refusal extends ErrorResponseException {

    protected Refusal(HttpStatus status, String type, String title, String detail) {
        super(status, Problem.of(status, type, title, detail), null);
    }

    protected Refusal(ProblemDetail problem) {
        super(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    /// A refusal is an answer, not a failure: nobody reads its stack.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
