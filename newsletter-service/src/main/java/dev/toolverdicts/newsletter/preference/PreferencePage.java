package dev.toolverdicts.newsletter.preference;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The page as it is printed.
///
/// @param pause until which day nothing comes; null when nothing is paused
/// @param weeks what stands in the field for a new pause
record PreferencePage(
        List<Choice> topics,
        List<Choice> frequencies,
        @Nullable String pause,
        String weeks) {

    /// @param words what the page prints for the key
    record Choice(String key, String words, boolean chosen) {

        private Choice marked(boolean now) {
            return new Choice(key, words, now);
        }
    }

    /// @param choices of topics, their words by their keys
    PreferencePage(SortedMap<String, String> choices, Preferences wanted, Instant now) {
        this(
                choices.entrySet().stream()
                        .map(choice -> new Choice(
                                choice.getKey(),
                                choice.getValue(),
                                wanted.topics().contains(choice.getKey())))
                        .toList(),
                Arrays.stream(Frequency.values())
                        .map(each -> new Choice(each.key(), each.words(), each == wanted.frequency()))
                        .toList(),
                day(wanted.pausedUntil(), now),
                "0");
    }

    /// The same with what was sent instead of what is stored, as far as the page can show it.
    PreferencePage with(PreferenceForm sent) {
        boolean known = frequencies.stream().anyMatch(each -> each.key().equals(sent.frequency()));
        return new PreferencePage(
                topics.stream()
                        .map(each -> each.marked(sent.topics().contains(each.key())))
                        .toList(),
                frequencies.stream()
                        .map(each -> known ? each.marked(each.key().equals(sent.frequency())) : each)
                        .toList(),
                pause,
                sent.pauseWeeks());
    }

    private static @Nullable String day(@Nullable Instant until, Instant now) {
        return until == null || !until.isAfter(now)
                ? null
                : until.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
