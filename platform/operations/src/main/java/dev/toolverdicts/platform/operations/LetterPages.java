package dev.toolverdicts.platform.operations;

import static dev.toolverdicts.platform.operations.Html.exact;
import static dev.toolverdicts.platform.operations.Html.form;
import static dev.toolverdicts.platform.operations.Html.link;
import static dev.toolverdicts.platform.operations.Html.table;
import static dev.toolverdicts.platform.operations.Html.text;
import static dev.toolverdicts.platform.operations.Html.time;

import dev.toolverdicts.platform.messaging.AuditEntry;
import dev.toolverdicts.platform.messaging.Bytes;
import dev.toolverdicts.platform.messaging.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Dead letters as HTML: a list, and one with its forms.
final class LetterPages {

    /// A field of the form with boxes, which also says so when none of them is ticked.
    static final String TICKED = "ticked";

    private final String desk;

    /// @param desk the address of the service's desk
    LetterPages(String desk) {
        this.desk = desk;
    }

    /// @param goOn where replaying all goes on; null for the beginning
    String list(
            OperationsDesk.Listed<OperationsDesk.LetterList> listed,
            @Nullable String state,
            @Nullable Long goOn,
            String token) {
        List<DeadLetter.Summary> lines = listed.body().deadLetters();
        String next = listed.next();
        return """
                <nav class="after" aria-label="States"><ul class="inline-list">%s</ul></nav>
                %s
                %s
                %s
                %s""".formatted(
                        states(state),
                        lines.isEmpty()
                                ? "<p class=\"section\">None here.</p>"
                                : "<div class=\"section\">" + lines(lines) + "</div>",
                        next == null
                                ? ""
                                : "<p class=\"after\"><a rel=\"next\" href=\"%s\">Older ones</a></p>"
                                        .formatted(text(desk + "/dead-letters" + next)),
                        ticked(lines, token),
                        all(lines, goOn, token));
    }

    /// The boxes stand in the table.
    private String ticked(List<DeadLetter.Summary> lines, String token) {
        return lines.stream().noneMatch(LetterPages::waits)
                ? ""
                : """
                <section class="section" aria-labelledby="decide">
                <h2 id="decide">Decide those ticked above</h2>
                <form id="ticked" class="after" method="post" action="%1$s/replay">
                <input type="hidden" name="formToken" value="%2$s">
                <input type="hidden" name="ticked" value="yes">
                <label for="ticked-reason">Reason</label>
                <input id="ticked-reason" class="share" name="reason" maxlength="500" required autocomplete="off">
                <button type="submit">Replay those ticked</button>
                <button type="submit" formaction="%1$s/drop">Drop those ticked</button>
                </form>
                </section>""".formatted(text(desk + "/dead-letters"), text(token));
    }

    private static boolean waits(DeadLetter.Summary line) {
        return line.state().equals("waiting");
    }

    private static String box(DeadLetter.Summary line) {
        return waits(line)
                ? "<label><input type=\"checkbox\" form=\"ticked\" name=\"letter-%1$d\"> Letter %1$d</label> "
                        .formatted(line.id())
                : "";
    }

    private String all(List<DeadLetter.Summary> lines, @Nullable Long goOn, String token) {
        return lines.stream().noneMatch(LetterPages::waits)
                ? ""
                : """
                <section class="section" aria-labelledby="all">
                <h2 id="all">Replay all that wait</h2>
                <p>Each is applied as it is, by itself. When the cause was in the program and is mended, this is all there is to do.</p>
                %s
                </section>""".formatted(form(
                        "all-reason",
                        desk + "/dead-letters/replay",
                        token,
                        goOn == null ? "" : "<input type=\"hidden\" name=\"after\" value=\"%d\">".formatted(goOn),
                        goOn == null ? "Replay all" : "Replay the others"));
    }

    private String states(@Nullable String here) {
        var items = new StringBuilder();
        for (String state : List.of("", "waiting", "replayed", "dropped")) {
            items.append("<li><a href=\"%s\"%s>%s</a></li>"
                    .formatted(
                            text(desk + "/dead-letters" + (state.isEmpty() ? "" : "?state=" + state)),
                            state.equals(Objects.requireNonNullElse(here, "")) ? " aria-current=\"page\"" : "",
                            state.isEmpty() ? "all" : state));
        }
        return items.toString();
    }

    private String lines(List<DeadLetter.Summary> lines) {
        return table(
                "Dead letters, the newest first",
                List.of("Letter", "Why", "State", "Set aside"),
                lines.stream()
                        .map(line -> List.of(
                                box(line)
                                        + link(address(line.id()), place(line.topic(), line.partition(), line.offset()))
                                        + "<span class=\"row-line\">" + text(line.consumer()) + "</span>",
                                text(line.cause()),
                                "<span class=\"figure\">" + text(line.state()) + "</span>"
                                        + (line.note() == null
                                                ? ""
                                                : "<span class=\"row-line\">" + text(line.note()) + "</span>"),
                                time(line.createdAt())))
                        .toList());
    }

    String one(DeadLetter letter, @Nullable String tried, String token) {
        return """
                <section class="section" aria-labelledby="known">
                <h2 id="known">What is known</h2>
                %s
                </section>
                <section class="section" aria-labelledby="value">
                <h2 id="value">Value</h2>
                %s
                </section>
                %s
                <section class="section" aria-labelledby="note-title">
                <h2 id="note-title">Note</h2>
                %s
                </section>
                <section class="section" aria-labelledby="history">
                <h2 id="history">What was done</h2>
                %s
                </section>""".formatted(
                        known(letter),
                        shown(letter),
                        letter.state().equals("replayed") ? "" : decisions(letter, tried, token),
                        note(letter, token),
                        history(letter.history()));
    }

    private static String known(DeadLetter letter) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Why it could not be applied", text(letter.cause())));
        rows.add(List.of("State", "<span class=\"figure\">" + text(letter.state()) + "</span>"));
        rows.add(List.of("Consumer", text(letter.consumer())));
        rows.add(List.of("Topic, partition, offset", text(place(letter.topic(), letter.partition(), letter.offset()))));
        rows.add(List.of("Key", bytes(letter.key())));
        rows.add(List.of("Trace", letter.traceId() == null ? "none told" : text(letter.traceId())));
        rows.add(List.of("Sent", time(letter.sentAt())));
        rows.add(List.of("Set aside", time(letter.createdAt())));
        letter.headers().forEach(header -> rows.add(List.of("Header " + text(header.name()), bytes(header.value()))));
        return table("What is known", List.of("What", "Is"), rows);
    }

    private static String place(String topic, int partition, long offset) {
        return "%s, %d, %d".formatted(topic, partition, offset);
    }

    private static String bytes(@Nullable Bytes bytes) {
        if (bytes == null) {
            return "<span class=\"quiet\">none</span>";
        }
        return bytes.text() == null ? "hex " + text(bytes.hex()) : text(bytes.text());
    }

    private String shown(DeadLetter letter) {
        Bytes value = letter.value();
        if (value == null) {
            return "<p>It has none.</p>";
        }
        Bytes repaired = letter.repaired();
        String text = value.text();
        return """
                <p>%d bytes%s. <a href="%s" download>All of them</a></p>
                %s
                %s
                %s""".formatted(
                        value.size(),
                        value.cut() ? ", the first of which are shown" : "",
                        text(address(letter.id()) + "/value"),
                        text == null ? "<p>They are no text.</p>" : area("as-text", "As text", text),
                        area("as-hex", "In hexadecimal", value.hex()),
                        repaired == null ? "" : area("repaired", "Applied instead", readable(repaired)));
    }

    private static String readable(Bytes bytes) {
        String text = bytes.text();
        return text == null ? bytes.hex() : text;
    }

    private static String area(String id, String label, String content) {
        return """
                <label for="%1$s">%2$s</label>
                <textarea id="%1$s" class="share" rows="4" readonly>
                %3$s</textarea>""".formatted(id, label, text(content));
    }

    private String decisions(DeadLetter letter, @Nullable String tried, String token) {
        return """
                <section class="section" aria-labelledby="replay">
                <h2 id="replay">Replay</h2>
                <p>It is applied at its own place in the log. What came later for the same thing stays.</p>
                %s
                <h3>Repaired</h3>
                %s
                </section>
                <section class="section" aria-labelledby="drop">
                <h2 id="drop">Drop</h2>
                <p>It is never applied, unless somebody replays it after all.</p>
                %s
                </section>""".formatted(
                        form("replay-reason", address(letter.id()) + "/replay", token, "", "Replay as it is"),
                        form(
                                "repair-reason",
                                address(letter.id()) + "/replay",
                                token,
                                """
                                <label for="repair">Value to apply instead</label>
                                <textarea id="repair" class="share" name="value" rows="10" spellcheck="false">
                                %s</textarea>""".formatted(exact(tried == null ? start(letter.value()) : tried)),
                                "Replay with this value"),
                        form("drop-reason", address(letter.id()) + "/drop", token, "", "Drop"));
    }

    /// What there is to repair.
    private static String start(@Nullable Bytes value) {
        return value == null || value.cut() ? "" : Objects.requireNonNullElse(value.text(), "");
    }

    private String note(DeadLetter letter, String token) {
        return """
                <form method="post" action="%s">
                <input type="hidden" name="formToken" value="%s">
                <label for="note">For the next operator</label>
                <input id="note" class="share" name="note" maxlength="500" value="%s" autocomplete="off">
                <button type="submit">Keep the note</button>
                </form>""".formatted(text(address(letter.id()) + "/note"), text(token), text(letter.note()));
    }

    static String history(List<AuditEntry> entries) {
        return entries.isEmpty()
                ? "<p>Nothing yet.</p>"
                : table(
                        "What was done, the latest first",
                        List.of("What", "To", "By", "Why", "When"),
                        entries.stream()
                                .map(entry -> List.of(
                                        text(entry.action())
                                                + (entry.detail() == null
                                                        ? ""
                                                        : "<span class=\"row-line\">" + text(entry.detail())
                                                                + "</span>"),
                                        text(entry.subject()),
                                        text(entry.actor()),
                                        text(entry.reason()),
                                        time(entry.at())))
                                .toList());
    }

    private String address(long id) {
        return desk + "/dead-letters/" + id;
    }
}
