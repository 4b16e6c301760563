package dev.toolverdicts.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one run of the load generator saw. Times are milliseconds.
///
/// @param refused answers that were no success
/// @param broken requests without an answer
record Load(long requests, double seconds, long refused, long broken, double p50, double p95, double p99, double p999)
        implements Run {

    private static final Pattern RESULT = Pattern.compile(
            "RESULT requests=(\\d+) micros=(\\d+) refused=(\\d+) broken=(\\d+) p50=(\\d+) p95=(\\d+) p99=(\\d+) p999=(\\d+)");

    static Load parse(String output) {
        Matcher found = RESULT.matcher(output);
        if (!found.find()) {
            throw new IllegalArgumentException("wrk said nothing of a result:\n" + output);
        }
        return new Load(
                number(found, 1),
                number(found, 2) / 1e6,
                number(found, 3),
                number(found, 4),
                number(found, 5) / 1e3,
                number(found, 6) / 1e3,
                number(found, 7) / 1e3,
                number(found, 8) / 1e3);
    }

    private static long number(Matcher found, int group) {
        return Long.parseLong(found.group(group));
    }

    @Override
    public double perSecond() {
        return (requests - refused) / seconds;
    }

    /// Whether every request was answered with success.
    @Override
    public boolean isClean() {
        return refused == 0 && broken == 0 && requests > 0;
    }

    @Override
    public String toString() {
        return "%,7.0f/s  p50 %.1f  p99 %.1f  p99.9 %.1f ms%s"
                .formatted(
                        perSecond(),
                        p50,
                        p99,
                        p999,
                        isClean() ? "" : "  refused %d, broken %d".formatted(refused, broken));
    }
}
