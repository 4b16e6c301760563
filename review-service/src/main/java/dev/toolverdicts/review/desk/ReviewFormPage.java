package dev.toolverdicts.review.desk;

import static dev.toolverdicts.review.desk.Sheet.escaped;
import static java.util.stream.Collectors.joining;

import dev.toolverdicts.review.critic.AuthorKind;
import dev.toolverdicts.review.page.Words;
import dev.toolverdicts.review.review.Citation;
import dev.toolverdicts.review.review.ReviewDraft;
import dev.toolverdicts.review.review.Take;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The form of one review as HTML, with what is wrong at its field.
final class ReviewFormPage {

    private final ReviewForm form;
    private final Map<String, String> faults;
    private final String address;
    private final String hidden;

    /// @param version the revision that was read, 0 for none
    ReviewFormPage(String address, String formToken, String version, ReviewForm form, Map<String, String> faults) {
        this.form = form;
        this.faults = faults;
        this.address = escaped(address);
        hidden = """
                <input type="hidden" name="formToken" value="%s">
                <input type="hidden" name="version" value="%s">""".formatted(escaped(formToken), escaped(version));
    }

    String html() {
        return """
                <form class="newsletter" method="post" action="%s" novalidate>
                %s
                %s
                %s
                %s
                <label><input type="checkbox" name="handsOn" value="yes"%s> I have used it hands-on</label>
                %s
                %s
                %s
                %s
                %s
                <button type="submit" name="act" value="preview">Preview</button>
                <button type="submit" name="act" value="publish">Publish</button>
                </form>""".formatted(
                        address,
                        hidden,
                        choice(
                                "verdict",
                                "Verdict",
                                List.of(List.of("", "Choose"), List.of("ship", "Ship"), List.of("skip", "Skip"))),
                        line("score", "Score from 0 to 100", 3),
                        area("body", "Your take; [^1] names source 1", 12),
                        form.get("handsOn").equals("yes") ? " checked" : "",
                        choice("authorKind", "Who wrote it", kinds()),
                        line("model", "Model, unless a person wrote it", 100),
                        line("promptVersion", "Version of its instructions", 100),
                        area("citations", "Sources, one on a line: number, address, title", 4),
                        line("reason", "Why it is written anew; needed when the verdict changes", 500));
    }

    /// Nobody discloses by leaving a field as it is.
    private static List<List<String>> kinds() {
        return Stream.concat(
                        Stream.of(List.of("", "Choose")),
                        Arrays.stream(AuthorKind.values()).map(kind -> List.of(kind.toString(), Words.kind(kind))))
                .toList();
    }

    private String choice(String name, String label, List<List<String>> words) {
        return """
                <label for="%1$s">%2$s</label>
                %3$s
                <select id="%1$s" class="share" name="%1$s"%4$s>%5$s</select>""".formatted(
                        name,
                        label,
                        fault(name),
                        described(name),
                        words.stream()
                                .map(word -> "<option value=\"%s\"%s>%s</option>"
                                        .formatted(
                                                word.getFirst(),
                                                word.getFirst().equals(form.get(name)) ? " selected" : "",
                                                escaped(word.getLast())))
                                .collect(joining()));
    }

    private String line(String name, String label, int most) {
        return """
                <label for="%1$s">%2$s</label>
                %3$s
                <input id="%1$s" class="share" name="%1$s" maxlength="%4$d" autocomplete="off" value="%5$s"%6$s>""".formatted(name, label, fault(name), most, escaped(form.get(name)), described(name));
    }

    /// A browser takes the first line end of a text for the form's own.
    private String area(String name, String label, int rows) {
        return """
                <label for="%1$s">%2$s</label>
                %3$s
                <textarea id="%1$s" class="share" name="%1$s" rows="%4$d"%5$s>
                %6$s</textarea>""".formatted(name, label, fault(name), rows, described(name), escaped(form.get(name)));
    }

    private String fault(String name) {
        String fault = faults.get(name);
        return fault == null ? "" : "<p class=\"trouble\" id=\"%s-fault\">%s</p>".formatted(name, escaped(fault));
    }

    private String described(String name) {
        return faults.containsKey(name) ? " aria-invalid=\"true\" aria-describedby=\"" + name + "-fault\"" : "";
    }

    String withdrawal() {
        return """
                <section class="section" aria-labelledby="withdraw">
                <h2 id="withdraw">Withdraw it</h2>
                <form class="newsletter" method="post" action="%s/withdraw" novalidate>
                %s
                %s
                <label><input type="checkbox" name="sure" value="yes"%s> Take it back: its text is not shown again, and the panel counts without it.</label>
                <button type="submit">Withdraw</button>
                </form>
                </section>""".formatted(address, hidden, fault("sure"), described("sure"));
    }

    /// As readers would see it.
    static String preview(ReviewDraft draft) {
        var citations = Objects.requireNonNullElse(draft.citations(), List.<Citation>of());
        return """
                <section class="section" aria-labelledby="preview">
                <h2 id="preview">Preview</h2>
                <p><strong>%s</strong> · %d of 100. Nothing is published yet.</p>
                <blockquote>%s</blockquote>
                %s
                </section>""".formatted(
                        draft.verdict().toString().equals("ship") ? "Ship" : "Skip",
                        draft.score(),
                        Words.paragraphs(draft.body(), citations),
                        Words.sources(citations));
    }

    /// What somebody else has published meanwhile, beside the words that were sent.
    static String stored(Take take) {
        return """
                <section class="section" aria-labelledby="stored">
                <h2 id="stored">What is published now</h2>
                <p><strong>%s</strong> · %d of 100, revision %d of %s</p>
                <blockquote>%s</blockquote>
                </section>""".formatted(
                        take.verdict().toString().equals("ship") ? "Ship" : "Skip",
                        take.score(),
                        take.revision(),
                        Words.day(take.revisedAt()),
                        Words.paragraphs(take.body(), List.of()));
    }
}
