package dev.toolverdicts.gateway.problem;

import java.io.Serial;

/// A request that the gateway turns away. It carries no stack trace: refusing a flood must stay cheap.
public final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
