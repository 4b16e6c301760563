package dev.toolverdicts.newsletter.issue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What an issue tells of tools that were taken down since. The mail is history; in public nothing of
/// it is shown any more.
///
/// @param entries by their ids, dropped ones too
/// @param names of the tools, in lower case
record TakenDown(Set<Integer> entries, Set<String> names) {

    static final TakenDown NOTHING = new TakenDown(Set.of(), Set.of());

    /// The subject is often one of the entries in a sentence.
    Issue shown(Issue issue) {
        if (names.isEmpty()) {
            return issue;
        }
        String intro = Arrays.stream(issue.intro().split("\\R"))
                .filter(line -> !tellsOne(line))
                .collect(Collectors.joining("\n"));
        return issue.told(tellsOne(issue.subject()) ? Headline.subject(issue.isoWeek()) : issue.subject(), intro);
    }

    List<IssueEntry> shown(List<IssueEntry> all) {
        return all.stream()
                .filter(entry -> !entries.contains(entry.id()))
                .map(this::withoutNames)
                .toList();
    }

    private IssueEntry withoutNames(IssueEntry entry) {
        String note = entry.note();
        return note == null || !tellsOne(note) ? entry : entry.edited(entry.dropped(), null);
    }

    /// How many readers of the mail have seen that are not shown.
    long missing(List<IssueEntry> all) {
        return all.stream()
                .filter(entry -> !entry.dropped() && entries.contains(entry.id()))
                .count();
    }

    boolean tellsOne(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(lower::contains);
    }
}
