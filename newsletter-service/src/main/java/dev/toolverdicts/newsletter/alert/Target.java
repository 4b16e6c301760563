package dev.toolverdicts.newsletter.alert;

import java.util.List;

/// What is followed, found among what is known.
///
/// @param id what it keeps when it is renamed
/// @param key as people name it
/// @param subjects what a change must be about, one of them
record Target(TargetKind kind, String id, String key, List<String> subjects) {

    Target {
        subjects = List.copyOf(subjects);
    }
}
