package dev.toolverdicts.newsletter.archive;

import dev.toolverdicts.newsletter.issue.IssueText.Block;
import dev.toolverdicts.newsletter.issue.IssueText.Line;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The weekly pages as documents for programs that read for people: the same words, with their time and
/// where they stand.
final class WeeklyMarkdown {

    private final String site;
    private final StringBuilder text = new StringBuilder();

    private WeeklyMarkdown(String site) {
        this.site = site;
    }

    /// @param site the address visitors use
    static String of(IssuePage page, String site) {
        var markdown = new WeeklyMarkdown(site);
        markdown.issue(page);
        return markdown.text.toString();
    }

    static String of(WeeklyPage week, List<PastIssue> issues, String site) {
        var markdown = new WeeklyMarkdown(site);
        markdown.week(week, issues);
        return markdown.text.toString();
    }

    private void issue(IssuePage page) {
        head(page.issue().title(), "/weekly/" + page.issue().isoWeek());
        fact("Week", page.issue().isoWeek() + ", " + page.days());
        fact("As of", page.issue().sentAt().toString());
        page.corrections()
                .forEach(correction -> fact("Corrected " + correction.day(), Markdown.text(correction.note())));
        page.text().intro().forEach(paragraph -> paragraph(Markdown.line(paragraph)));
        page.text().blocks().forEach(this::block);
        neighbours(page);
    }

    private void week(WeeklyPage week, List<PastIssue> issues) {
        head("Weekly AI Tool Verdicts", "/weekly");
        fact("Week", week.isoWeek() + ", " + week.days());
        if (week.asOf() != null) {
            fact("As of", week.asOf());
        }
        if (week.sections().isEmpty()) {
            paragraph("Nothing new so far this week.");
        }
        week.sections().forEach(this::block);
        if (!issues.isEmpty()) {
            paragraph("## Past issues");
            text.append('\n');
            issues.forEach(issue -> text.append("- [")
                    .append(Markdown.text(issue.title()))
                    .append("](")
                    .append(twin(issue.isoWeek()))
                    .append("), ")
                    .append(issue.day())
                    .append('\n'));
        }
    }

    private void head(String title, String path) {
        text.append("# ").append(Markdown.text(title)).append("\n\n");
        fact("Page", "<" + site + path + ">");
    }

    private void fact(String label, String value) {
        text.append("- ").append(label).append(": ").append(value).append('\n');
    }

    private void paragraph(String words) {
        text.append('\n').append(words).append('\n');
    }

    private void block(Block block) {
        paragraph("## " + Markdown.text(block.heading()));
        text.append('\n');
        block.lines().forEach(this::line);
    }

    private void line(Line line) {
        text.append("- [")
                .append(Markdown.text(line.name()))
                .append("](")
                .append(site)
                .append(line.path())
                .append(')');
        String verdict = line.verdict();
        if (verdict != null) {
            text.append(": ").append(turned(line.before())).append(capital(verdict));
        }
        if (!line.told().isEmpty()) {
            text.append(verdict == null ? ": " : ", ").append(Markdown.text(line.told()));
        }
        text.append('\n');
        if (!line.tagline().isEmpty()) {
            text.append("  ").append(Markdown.line(line.tagline())).append('\n');
        }
        if (line.note() != null) {
            text.append("  *").append(Markdown.text(line.note())).append("*\n");
        }
    }

    private static String turned(@Nullable String before) {
        return before == null ? "" : capital(before) + " to ";
    }

    private static String capital(String verdict) {
        return verdict.substring(0, 1).toUpperCase(Locale.ROOT) + verdict.substring(1);
    }

    private void neighbours(IssuePage page) {
        if (page.older() != null) {
            paragraph("Previous: <" + twin(page.older()) + ">");
        }
        if (page.newer() != null) {
            paragraph("Next: <" + twin(page.newer()) + ">");
        }
    }

    private String twin(String isoWeek) {
        return site + "/weekly/" + isoWeek + ".md";
    }
}
