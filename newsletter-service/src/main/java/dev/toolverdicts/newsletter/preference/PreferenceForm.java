package dev.toolverdicts.newsletter.preference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was sent, as it was sent: the page shows it again when something in it is wrong.
///
/// @param frequency the key of one
/// @param pauseWeeks a number; none ends a pause
record PreferenceForm(Set<String> topics, String frequency, String pauseWeeks) {

    static final int LONGEST_PAUSE_WEEKS = 26;
    private static final Pattern WEEKS = Pattern.compile("[0-9]{1,2}");

    PreferenceForm {
        topics = Set.copyOf(topics);
    }

    /// @param choices the topics there are
    /// @throws InvalidPreferences with all that is wrong
    Preferences read(Set<String> choices, Instant now) {
        List<String> wrong = new ArrayList<>();
        Optional<Frequency> often = Frequency.known(frequency);
        if (often.isEmpty()) {
            wrong.add("Choose one of these for how often.");
        }
        if (!choices.containsAll(topics)) {
            wrong.add("A topic was chosen that there is not; choose among these.");
        }
        if (!isPause()) {
            wrong.add("A pause is a whole number of weeks, %d at most.".formatted(LONGEST_PAUSE_WEEKS));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidPreferences("Nothing was saved. " + String.join(" ", wrong));
        }
        return new Preferences(choices.stream().filter(topics::contains).toList(), often.orElseThrow(), until(now));
    }

    private boolean isPause() {
        return WEEKS.matcher(pauseWeeks).matches() && Integer.parseInt(pauseWeeks) <= LONGEST_PAUSE_WEEKS;
    }

    private @Nullable Instant until(Instant now) {
        int weeks = Integer.parseInt(pauseWeeks);
        return weeks == 0 ? null : now.plus(Duration.ofDays(7L * weeks));
    }
}
