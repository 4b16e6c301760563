package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.alert.VerdictFollowRepository;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
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

    boolean isSubscribed(UUID subscriberId) {
        return preferences.find(subscriberId).isPresent();
    }

    /// @return false when there is no subscription
    /// @throws InvalidPreferences when the form holds what cannot be chosen; then nothing is saved
    @Transactional
    boolean save(UUID subscriberId, PreferenceForm form) {
        boolean saved = preferences
                .find(subscriberId)
                .map(before -> form.read(choices(before), clock.instant()))
                .map(wanted -> preferences.save(subscriberId, wanted))
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
}
