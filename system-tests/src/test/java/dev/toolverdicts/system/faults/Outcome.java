package dev.toolverdicts.system.faults;

/// How a vote ended for the one who sent it.
enum Outcome {
    /// 202 was read.
    ACKED,
    /// No answer, or one that leaves open what has become of it: it may be stored, now or later.
    UNKNOWN,
    /// The answer said that it will never be stored.
    REFUSED;

    /// @param status 0 for no answer
    static Outcome of(int status) {
        if (status == 202) {
            return ACKED;
        }
        return status >= 400 && status < 500 ? REFUSED : UNKNOWN;
    }
}
