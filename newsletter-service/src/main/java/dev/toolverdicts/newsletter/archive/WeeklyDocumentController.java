package dev.toolverdicts.newsletter.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.newsletter.digest.DigestQueries;
import dev.toolverdicts.newsletter.digest.IsoWeek;
import dev.toolverdicts.newsletter.issue.IssueNotFound;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.SiteSettings;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The weekly pages for programs: each as Markdown at its address and an ending, and the list of them
/// that the index of the site's pages names.
@RestController
@Hidden
class WeeklyDocumentController {

    private static final int MOST_ISSUES = 53;
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", UTF_8);
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, UTF_8);

    private final DigestQueries digest;
    private final IssueQueries issues;
    private final IssuePages pages;
    private final ContentTag tag;
    private final Clock clock;
    private final String site;

    WeeklyDocumentController(
            DigestQueries digest,
            IssueQueries issues,
            IssuePages pages,
            ContentTag tag,
            Clock clock,
            SiteSettings site) {
        this.digest = digest;
        this.issues = issues;
        this.pages = pages;
        this.tag = tag;
        this.clock = clock;
        this.site = site.publicUrl().toString();
    }

    @GetMapping("/weekly.md")
    ResponseEntity<byte[]> week() {
        IsoWeek week = IsoWeek.of(clock.instant());
        List<PastIssue> past = issues.newest(false, null, MOST_ISSUES).stream()
                .map(PastIssue::of)
                .toList();
        return markdown(WeeklyMarkdown.of(WeeklyPage.of(week, digest.week(week)), past, site), "/weekly");
    }

    @GetMapping("/weekly/{isoWeek}.md")
    ResponseEntity<byte[]> issue(@PathVariable String isoWeek) {
        IssuePage page = IsoWeek.parse(isoWeek).flatMap(pages::of).orElseThrow(IssueNotFound::new);
        return markdown(WeeklyMarkdown.of(page, site), "/weekly/" + page.issue().isoWeek());
    }

    private ResponseEntity<byte[]> markdown(String text, String path) {
        return ContentTag.answer(tag.of(text))
                .contentType(MARKDOWN)
                .header(HttpHeaders.LINK, "<" + site + path + ">; rel=\"canonical\"")
                // Search engines have the page.
                .header("X-Robots-Tag", "noindex")
                .body(text.getBytes(UTF_8));
    }

    /// An ISO week holds nothing that XML would read.
    @GetMapping("/sitemaps/weekly.xml")
    ResponseEntity<byte[]> sitemap() {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        issues.sentWeeks()
                .forEach(week -> xml.append("<url><loc>%s/weekly/%s</loc><lastmod>%s</lastmod></url>\n"
                        .formatted(site, week.isoWeek(), week.changedAt())));
        String text = xml.append("</urlset>\n").toString();
        return ContentTag.answer(tag.of(text)).contentType(XML).body(text.getBytes(UTF_8));
    }
}
