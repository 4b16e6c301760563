package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.alert.VerdictFollowRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PreferenceService {

    private final PreferenceRepository preferences;
    private final VerdictFollowRepository verdicts;
    private final Clock clock;

    PreferenceService(PreferenceRepository preferences, VerdictFollowRepository verdicts, Clock clock) {
        this.preferences = preferences;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    Optional<PreferencePage> page(UUID subscriberId) {
        return preferences
                .find(subscriberId)
                .map(wanted -> new PreferencePage(choices(wanted), wanted, clock.instant()));
    }

    /// @param pauseWeeks none ends a pause
    /// @return false when there is no subscription
    @Transactional
    boolean save(UUID subscriberId, Set<String> topics, Frequency frequency, int pauseWeeks) {
        boolean saved = preferences
                .find(subscriberId)
                .map(before -> preferences.save(
                        subscriberId,
                        new Preferences(
                                choices(before).stream()
                                        .filter(topics::contains)
                                        .toList(),
                                frequency,
                                until(pauseWeeks))))
                .orElse(false);
        if (saved) {
            verdicts.adjust(subscriberId);
        }
        return saved;
    }

    /// What there is to choose; what was chosen once stays choosable.
    private List<String> choices(Preferences wanted) {
        var choices = new TreeSet<>(preferences.knownTopics());
        choices.addAll(wanted.topics());
        return List.copyOf(choices);
    }

    private @Nullable Instant until(int weeks) {
        int kept = Math.min(weeks, Preferences.LONGEST_PAUSE_WEEKS);
        return kept < 1 ? null : clock.instant().plus(Duration.ofDays(7L * kept));
    }
}
