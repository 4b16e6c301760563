package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what editors send as JSON and tells every fault at once. Unknown fields are ignored.
final class IssueBody {

    private static final int MOST_ENTRIES = 2000;

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    private IssueBody(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw InvalidInput.of("", "must be an object");
        }
        this.body = body;
    }

    /// @return the reason given with `override`; null for a body without one, or no body
    static @Nullable String override(@Nullable JsonNode body) {
        if (body == null || body.isNull()) {
            return null;
        }
        var reading = new IssueBody(body);
        String reason = reading.textOrNull("/override", EditorText.LONGEST_REASON);
        reading.refuseFaults();
        return reason;
    }

    static Schedule schedule(@Nullable JsonNode body) {
        var reading = new IssueBody(body);
        String local = reading.text("/scheduledAt", 50);
        String zone = reading.text("/zone", 50);
        Optional<Schedule> schedule = Schedule.of(local, zone);
        if (schedule.isEmpty() && reading.faults.isEmpty()) {
            reading.faults.add(
                    Schedule.isZone(zone)
                            ? new Fault("/scheduledAt", "must be a date and a time such as 2026-11-29T09:00")
                            : new Fault("/zone", "must be a time zone such as Europe/Berlin"));
        }
        reading.refuseFaults();
        return schedule.orElseThrow();
    }

    static String note(@Nullable JsonNode body) {
        var reading = new IssueBody(body);
        String note = reading.text("/note", EditorText.LONGEST_NOTE);
        reading.refuseFaults();
        return note;
    }

    static String recipient(@Nullable JsonNode body) {
        var reading = new IssueBody(body);
        String to = reading.text("/to", 254);
        reading.refuseFaults();
        return to;
    }

    static Edit edit(@Nullable JsonNode body) {
        var reading = new IssueBody(body);
        String subject = reading.text("/subject", EditorText.LONGEST_SUBJECT);
        String intro = reading.textOrNull("/intro", EditorText.LONGEST_INTRO);
        List<Edit.Placed> placed = reading.placed();
        reading.refuseFaults();
        return new Edit(subject, intro == null ? "" : intro, placed);
    }

    private List<Edit.Placed> placed() {
        JsonNode entries = body.path("entries");
        if (!entries.isArray() || entries.size() > MOST_ENTRIES) {
            fault("/entries", "must be the list of all entries");
            return List.of();
        }
        var placed = new ArrayList<Edit.Placed>();
        for (int i = 0; i < entries.size(); i++) {
            String at = "/entries/" + i;
            JsonNode id = entries.get(i).path("id");
            JsonNode dropped = entries.get(i).path("dropped");
            if (!id.isInt()) {
                fault(at + "/id", "must be the number of an entry");
            } else if (!dropped.isMissingNode() && !dropped.isBoolean()) {
                fault(at + "/dropped", "must be true or false");
            } else {
                placed.add(new Edit.Placed(
                        id.intValue(), dropped.asBoolean(false), textOrNull(at + "/note", EditorText.LONGEST_NOTE)));
            }
        }
        return placed;
    }

    private String text(String pointer, int longest) {
        String text = textOrNull(pointer, longest);
        if (text == null) {
            fault(pointer, "is needed");
            return "";
        }
        return text;
    }

    private @Nullable String textOrNull(String pointer, int longest) {
        JsonNode value = body.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            fault(pointer, "must be text");
            return null;
        }
        String complaint = EditorText.complaint(value.stringValue(), longest, pointer.endsWith("intro"));
        if (complaint != null) {
            fault(pointer, complaint);
        }
        String text = value.stringValue().strip();
        return text.isEmpty() ? null : text;
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
