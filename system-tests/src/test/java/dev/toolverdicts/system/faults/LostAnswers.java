package dev.toolverdicts.system.faults;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/// Now and then only the beginning of an answer passes.
final class LostAnswers implements IntUnaryOperator {

    private final SplittableRandom random;
    private final double share;

    LostAnswers(SplittableRandom random, double share) {
        this.random = random;
        this.share = share;
    }

    @Override
    public synchronized int applyAsInt(int bytes) {
        return random.nextDouble() < share ? random.nextInt(bytes) : bytes;
    }
}
