package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.issue.EntryKind;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The form in which a draft is arranged: as the draft is stored, or as an editor has filled it in.
///
/// @param version what the filled-in form was made of
record DraftForm(String version, String subject, String intro, List<Group> groups) {

    /// Entries of one kind that follow each other, which the mail puts under one heading.
    record Group(String heading, List<Entry> entries) {

        /// How many of them are in the mail; for the page.
        public String count() {
            return "%d of %d in the mail"
                    .formatted(entries.stream().filter(Entry::kept).count(), entries.size());
        }

        private Group filled(Map<String, String> form) {
            return new Group(
                    heading, entries.stream().map(entry -> entry.filled(form)).toList());
        }
    }

    /// @param kept whether it is in the mail
    record Entry(int id, String headline, boolean kept, String place, String note) {

        private Entry filled(Map<String, String> form) {
            return new Entry(
                    id,
                    headline,
                    form.containsKey("kept-" + id),
                    form.getOrDefault("place-" + id, ""),
                    form.getOrDefault("note-" + id, ""));
        }
    }

    static DraftForm of(Issue issue, List<IssueEntry> stored, Map<Integer, String> headlines) {
        var groups = new ArrayList<Group>();
        EntryKind last = null;
        int place = 0;
        for (IssueEntry entry : stored) {
            if (entry.kind() != last) {
                groups.add(new Group(entry.kind().heading(), new ArrayList<>()));
                last = entry.kind();
            }
            groups.getLast()
                    .entries()
                    .add(new Entry(
                            entry.id(),
                            Objects.requireNonNull(headlines.get(entry.id())),
                            !entry.dropped(),
                            String.valueOf(++place),
                            Objects.requireNonNullElse(entry.note(), "")));
        }
        return new DraftForm(String.valueOf(issue.version()), issue.subject(), issue.intro(), groups);
    }

    /// The same form with what came back of it.
    ///
    /// @param form values by name of field
    DraftForm filled(Map<String, String> form) {
        return new DraftForm(
                form.getOrDefault("version", version),
                form.getOrDefault("subject", ""),
                DeskForms.lines(form.getOrDefault("intro", "")),
                groups.stream().map(group -> group.filled(form)).toList());
    }

    /// As if it had been made of what is stored now.
    DraftForm at(String present) {
        return new DraftForm(present, subject, intro, groups);
    }

    /// Entries that are otherwise in another form.
    List<Entry> otherwiseIn(DraftForm other) {
        List<Entry> others = other.entries();
        return entries().stream().filter(entry -> !others.contains(entry)).toList();
    }

    List<Entry> entries() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }
}
