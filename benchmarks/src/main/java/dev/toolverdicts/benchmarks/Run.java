package dev.toolverdicts.benchmarks;

/// One side's turn.
interface Run {

    double perSecond();

    /// Whether nothing was refused, lost or doubled; anything else is no figure.
    boolean isClean();
}
