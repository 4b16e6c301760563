package dev.toolverdicts.newsletter.preference;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page as it is printed.
///
/// @param pause until which day nothing comes; null when nothing is paused
record PreferencePage(
        List<Choice> topics,
        List<Choice> frequencies,
        @Nullable String pause) {

    /// @param words what the page prints for the key
    record Choice(String key, String words, boolean chosen) {}

    PreferencePage(List<String> choices, Preferences wanted, Instant now) {
        this(
                choices.stream()
                        .map(key -> new Choice(
                                key, key.replace('-', ' '), wanted.topics().contains(key)))
                        .toList(),
                Arrays.stream(Frequency.values())
                        .map(each -> new Choice(each.key(), each.words(), each == wanted.frequency()))
                        .toList(),
                day(wanted.pausedUntil(), now));
    }

    private static @Nullable String day(@Nullable Instant until, Instant now) {
        return until == null || !until.isAfter(now)
                ? null
                : until.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
