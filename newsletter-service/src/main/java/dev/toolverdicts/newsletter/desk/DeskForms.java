package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.issue.Edit;
import dev.toolverdicts.newsletter.issue.EditorText;
import dev.toolverdicts.newsletter.issue.IssueEntry;
import dev.toolverdicts.newsletter.issue.Schedule;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads what editors fill in and tells every fault at once, each at its field. The form in which a
/// draft is arranged has for each entry a place, a box to keep it, and a note.
final class DeskForms {

    private static final int LAST = 1_000_000;

    private final MultiValueMap<String, String> form;
    private final List<Fault> faults = new ArrayList<>();

    private record Row(int place, Edit.Placed placed) {}

    private DeskForms(MultiValueMap<String, String> form) {
        this.form = form;
    }

    static Edit edit(MultiValueMap<String, String> form, List<IssueEntry> entries) {
        var reading = new DeskForms(form);
        String subject = reading.text("subject", EditorText.LONGEST_SUBJECT, false);
        String intro = reading.text("intro", EditorText.LONGEST_INTRO, true);
        List<Edit.Placed> placed = entries.stream()
                .map(reading::row)
                .sorted(Comparator.comparingInt(Row::place))
                .map(Row::placed)
                .toList();
        if (subject.isEmpty()) {
            reading.fault("subject", "is needed");
        }
        reading.refuseFaults();
        return new Edit(subject, intro, placed);
    }

    /// @return why one person is enough to approve; null when nothing is said
    static @Nullable String override(MultiValueMap<String, String> form) {
        var reading = new DeskForms(form);
        String reason = reading.text("override", EditorText.LONGEST_REASON, false);
        reading.refuseFaults();
        return reason.isEmpty() ? null : reason;
    }

    static Schedule schedule(MultiValueMap<String, String> form) {
        var reading = new DeskForms(form);
        String local = reading.value("scheduledAt").strip();
        String zone = reading.value("zone").strip();
        if (Schedule.of(local, "UTC").isEmpty()) {
            reading.fault("scheduledAt", "must be a date and a time such as 2026-11-29T09:00");
        }
        if (!Schedule.isZone(zone)) {
            reading.fault("zone", "must be a time zone such as Europe/Berlin");
        }
        reading.refuseFaults();
        return Schedule.of(local, zone).orElseThrow();
    }

    private Row row(IssueEntry entry) {
        String note = text("note-" + entry.id(), EditorText.LONGEST_NOTE, false);
        return new Row(
                place("place-" + entry.id()),
                new Edit.Placed(entry.id(), !form.containsKey("kept-" + entry.id()), note.isEmpty() ? null : note));
    }

    /// Where an entry goes; with nothing said, to the end.
    private int place(String field) {
        String place = value(field).strip();
        if (place.matches("[1-9][0-9]{0,4}")) {
            return Integer.parseInt(place);
        }
        if (!place.isEmpty()) {
            fault(field, "must be a whole number from 1 to 99999");
        }
        return LAST;
    }

    private String text(String field, int longest, boolean lines) {
        String text = value(field).strip();
        String complaint = EditorText.complaint(text, longest, lines);
        if (complaint != null) {
            fault(field, complaint);
        }
        return text;
    }

    private String value(String field) {
        return lines(Objects.requireNonNullElse(form.getFirst(field), ""));
    }

    /// As the editor has typed them: browsers send two characters for each end of a line.
    static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private void fault(String field, String detail) {
        faults.add(new Fault("/" + field, detail));
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
