package dev.toolverdicts.catalog.duel;

/// How often voters would ship each of two tools.
///
/// @param first of the tool that was named first
public record PairCounts(long first, long second, long ties) {

    public static final PairCounts NONE = new PairCounts(0, 0, 0);

    public long all() {
        return first + second + ties;
    }
}
