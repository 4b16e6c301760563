package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.issue.Edit;
import dev.toolverdicts.newsletter.issue.EditorText;
import dev.toolverdicts.newsletter.issue.IssueEntry;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads the form in which a draft is arranged: for each entry a place, a box to keep it, and a note.
final class DeskForms {

    private static final int LAST = 1_000_000;

    private final MultiValueMap<String, String> form;
    private final List<Fault> faults = new ArrayList<>();

    private DeskForms(MultiValueMap<String, String> form) {
        this.form = form;
    }

    static Edit edit(MultiValueMap<String, String> form, List<IssueEntry> entries) {
        var reading = new DeskForms(form);
        String subject = reading.text("subject", EditorText.LONGEST_SUBJECT, false);
        String intro = reading.text("intro", EditorText.LONGEST_INTRO, true);
        List<Edit.Placed> placed = entries.stream()
                .sorted(Comparator.comparingInt(reading::place))
                .map(reading::placed)
                .toList();
        if (subject.isEmpty()) {
            reading.faults.add(new Fault("/subject", "is needed"));
        }
        if (!reading.faults.isEmpty()) {
            throw new InvalidInput(reading.faults);
        }
        return new Edit(subject, intro, placed);
    }

    /// Where an entry goes; with no number that can be read, to the end.
    private int place(IssueEntry entry) {
        String place = value("place-" + entry.id()).strip();
        return place.matches("[0-9]{1,5}") ? Integer.parseInt(place) : LAST;
    }

    private Edit.Placed placed(IssueEntry entry) {
        String note = text("note-" + entry.id(), EditorText.LONGEST_NOTE, false);
        return new Edit.Placed(entry.id(), !form.containsKey("kept-" + entry.id()), note.isEmpty() ? null : note);
    }

    private String text(String field, int longest, boolean lines) {
        String text = value(field).strip();
        String complaint = EditorText.complaint(text, longest, lines);
        if (complaint != null) {
            faults.add(new Fault("/" + field, complaint));
        }
        return text;
    }

    private String value(String field) {
        @Nullable String value = form.getFirst(field);
        return value == null ? "" : value;
    }
}
