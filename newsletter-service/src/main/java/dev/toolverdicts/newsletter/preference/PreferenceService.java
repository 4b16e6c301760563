package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.alert.VerdictFollowRepository;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
                .map(before -> form.read(choices(before).keySet(), clock.instant()))
                .map(wanted -> preferences.save(subscriberId, wanted))
                .orElse(false);
        if (saved) {
            verdicts.adjust(subscriberId);
        }
        return saved;
    }

    /// What there is to choose, in words by its key; what was chosen once stays choosable.
    private SortedMap<String, String> choices(Preferences wanted) {
        var choices = new TreeMap<>(preferences.knownTopics());
        wanted.topics().forEach(key -> choices.putIfAbsent(key, key.replace('-', ' ')));
        return choices;
    }
}
