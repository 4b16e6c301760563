package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.issue.AuditEntry;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueEntry;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What an issue tells, as its page shows it, and a form that comes back as it was typed.
@Component
class DraftContent {

    /// So many entries are looked over at once; more are folded up by their headings.
    private static final int FEW = 10;

    private static final String OVERTAKEN = "The issue has changed since you opened this page.";
    private static final Pattern OF_ENTRY = Pattern.compile("(place|note)-([0-9]{1,9})");

    private static final Map<String, String> NAMES = Map.of(
            "intro", "your words",
            "entries", "the entries",
            "override", "the reason",
            "scheduledAt", "the schedule",
            "zone", "the time zone");

    private final IssueQueries issues;

    DraftContent(IssueQueries issues) {
        this.issues = issues;
    }

    /// @param field its name, which is its id too
    record Fault(String field, String text) {}

    /// @param returned null when the page is only read
    /// @param audit newest first
    void fill(ModelAndView page, Issue issue, List<AuditEntry> audit, @Nullable Returned returned) {
        List<IssueEntry> entries = issues.entries(issue.id());
        Map<Integer, String> headlines = issues.headlines(issue.id());
        var stored = DraftForm.of(issue, entries, headlines);
        page.addObject("entries", entries);
        page.addObject("headlines", headlines);
        page.addObject("draft", stored);
        page.addObject("isDraftBack", false);
        page.addObject("areOpen", entries.size() <= FEW);
        page.addObject("wrong", Map.of());
        page.addObject("typed", Map.of());
        if (returned == null) {
            return;
        }
        page.addObject("trouble", returned.trouble());
        page.addObject("faults", faults(returned.wrong(), headlines));
        page.addObject("wrong", returned.wrong());
        page.addObject("typed", returned.typed());
        if (returned.isDraft()) {
            page.addObject("isDraftBack", true);
            page.addObject("areOpen", true);
            page.addObject("draft", stored.filled(returned.typed()));
            if (returned.isOutdated()) {
                compare(page, stored, stored.filled(returned.typed()), audit);
            }
        }
    }

    /// Shows what somebody else has stored meanwhile, beside what was typed.
    private static void compare(ModelAndView page, DraftForm stored, DraftForm typed, List<AuditEntry> audit) {
        page.addObject(
                "trouble",
                audit.stream().findFirst().map(DraftContent::overtaken).orElse(OVERTAKEN));
        page.addObject("stored", stored);
        page.addObject("storedIntro", stored.intro().lines().toList());
        page.addObject("storedEntries", stored.otherwiseIn(typed));
        // Sent once more it is meant, now that both have been seen.
        page.addObject("draft", typed.at(stored.version()));
    }

    private static String overtaken(AuditEntry last) {
        return "%s The last to do so was %s (%s, %s)."
                .formatted(
                        OVERTAKEN,
                        last.actor(),
                        last.action(),
                        Moment.of(last.at()).text());
    }

    private static List<Fault> faults(Map<String, String> wrong, Map<Integer, String> headlines) {
        return wrong.entrySet().stream()
                .map(one -> new Fault(one.getKey(), name(one.getKey(), headlines) + " " + one.getValue()))
                .toList();
    }

    private static String name(String field, Map<Integer, String> headlines) {
        Matcher ofEntry = OF_ENTRY.matcher(field);
        return ofEntry.matches()
                ? "the %s of “%s”".formatted(ofEntry.group(1), headlines.get(Integer.valueOf(ofEntry.group(2))))
                : NAMES.getOrDefault(field, field);
    }
}
