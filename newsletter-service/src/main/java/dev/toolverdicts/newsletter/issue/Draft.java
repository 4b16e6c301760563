package dev.toolverdicts.newsletter.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// How what could be told becomes the entries of an issue, in reading order. What a mail has no room for is dropped,
/// not
/// forgotten: the editor may take it in.
final class Draft {

    /// Of one kind; more than anybody reads, and far below the size at which mail programs cut a mail.
    static final int MOST_OF_A_KIND = 12;

    private static final Set<EntryKind> RULINGS = Set.of(EntryKind.CHANGED_VERDICT, EntryKind.NEW_VERDICT);

    private Draft() {}

    /// @param told of one kind in the order they are told in
    static List<IssueEntry> of(List<Told> told) {
        Set<UUID> ruled = new HashSet<>();
        told.stream().filter(one -> RULINGS.contains(one.kind())).forEach(one -> ruled.add(one.toolId()));
        Map<EntryKind, Integer> kept = new EnumMap<>(EntryKind.class);
        var entries = new ArrayList<IssueEntry>();
        for (Told one : told.stream().sorted(Comparator.comparing(Told::kind)).toList()) {
            // A new tool with a verdict is told by its verdict.
            boolean twice = one.kind() == EntryKind.NEW_TOOL && ruled.contains(one.toolId());
            boolean dropped = twice || kept.merge(one.kind(), 1, Integer::sum) > MOST_OF_A_KIND;
            entries.add(new IssueEntry(
                    entries.size() + 1, dropped, null, one.kind(), one.toolId(), one.slug(), one.since(), one.facts()));
        }
        return List.copyOf(entries);
    }
}
