package dev.toolverdicts.platform.operations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// The pieces of which the desk's pages are put together. Whatever is not a literal goes through [#text].
public final class Html {

    private Html() {}

    /// Control characters, which HTML does not know, are shown as what they are.
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String shown = value.toString()
                .codePoints()
                .map(c -> c < 32 && c != '\n' && c != '\t' ? 0x2400 + c : c == 127 ? 0x2421 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return HtmlUtils.htmlEscape(shown);
    }

    /// For a field whose content comes back as it is.
    static String exact(String value) {
        return HtmlUtils.htmlEscape(value);
    }

    public static String time(@Nullable Instant at) {
        return at == null ? "" : "<time datetime=\"%1$s\">%1$s</time>".formatted(at.truncatedTo(ChronoUnit.SECONDS));
    }

    static String link(String address, @Nullable Object words) {
        return "<a href=\"%s\">%s</a>".formatted(text(address), text(words));
    }

    /// A table with its head; the first cell of each row names it. Cells are HTML.
    public static String table(String caption, List<String> columns, List<List<String>> rows) {
        String head = columns.stream()
                .map(column -> "<th scope=\"col\">%s</th>".formatted(column))
                .collect(Collectors.joining());
        String body = rows.stream().map(row -> row(columns, row)).collect(Collectors.joining("\n"));
        return """
                <table class="sheet-table">
                <caption class="unseen">%s</caption>
                <thead><tr>%s</tr></thead>
                <tbody>
                %s
                </tbody>
                </table>""".formatted(text(caption), head, body);
    }

    private static String row(List<String> columns, List<String> cells) {
        var row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            row.append(
                    i == 0
                            ? "<th scope=\"row\">%s</th>".formatted(cells.get(i))
                            : "<td><span class=\"cell-label\" aria-hidden=\"true\">%s</span>%s</td>"
                                    .formatted(columns.get(i), cells.get(i)));
        }
        return row.append("</tr>").toString();
    }

    /// A form with a reason, without which nothing is done.
    ///
    /// @param id unique on the page
    /// @param fields further ones, as HTML
    static String form(String id, String action, String token, String fields, String button) {
        return """
                <form class="after" method="post" action="%1$s">
                <input type="hidden" name="formToken" value="%2$s">
                %3$s
                <label for="%4$s">Reason</label>
                <input id="%4$s" class="share" name="reason" maxlength="500" required autocomplete="off">
                <button type="submit">%5$s</button>
                </form>""".formatted(text(action), text(token), fields, text(id), text(button));
    }
}
