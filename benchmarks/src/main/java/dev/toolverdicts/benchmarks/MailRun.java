package dev.toolverdicts.benchmarks;

/// Mails that one side handed over.
///
/// @param messages how many it says it has sent
/// @param seconds from the wish to send them until the sink had the last
/// @param counted how many the sink took meanwhile
record MailRun(long messages, double seconds, long counted) implements Run {

    @Override
    public double perSecond() {
        return messages / seconds;
    }

    @Override
    public boolean isClean() {
        return messages > 0 && messages == counted;
    }

    @Override
    public String toString() {
        return "%,6.0f/s  %,d in %.1f s%s"
                .formatted(
                        perSecond(), messages, seconds, isClean() ? "" : "  but the sink took %,d".formatted(counted));
    }
}
