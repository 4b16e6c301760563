package dev.toolverdicts.benchmarks;

/// One run of the system and one of its ceiling, one right after the other.
record Pair<R extends Run>(R system, R ceiling) {

    double ratio() {
        return system.perSecond() / ceiling.perSecond();
    }
}
