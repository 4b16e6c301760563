package dev.toolverdicts.review.page;

import static dev.toolverdicts.review.page.SitePage.escaped;

import dev.toolverdicts.review.critic.AuthorKind;
import dev.toolverdicts.review.helpful.Helpful;
import dev.toolverdicts.review.helpful.Voter;
import dev.toolverdicts.review.knowntool.KnownTool;
import dev.toolverdicts.review.review.Revision;
import dev.toolverdicts.review.review.Take;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/tool/{slug}/reviews/{criticKey}` as complete HTML.
final class ReviewPage {

    private final KnownTool tool;
    private final Take take;
    private final Instant now;

    ReviewPage(KnownTool tool, Take take, Instant now) {
        this.tool = tool;
        this.take = take;
        this.now = now;
    }

    /// @param voter who is looking, null when that is not known just now
    SitePage of(List<Revision> revisions, Helpful helpful, @Nullable Voter voter) {
        String name = escaped(tool.name());
        String critic = escaped(take.criticName());
        return new SitePage(take.criticName() + " on " + tool.name(), """
                <nav class="crumbs" aria-label="Breadcrumb"><ol><li><a href="/">Verdicts</a></li><li><a href="/tool/%1$s">%2$s</a></li><li aria-current="page">%3$s</li></ol></nav>
                <p class="kicker">%4$s</p>
                <h1>%3$s on %2$s</h1>
                <article class="take a section-close">
                <div class="take-head">%5$s <span class="score-figure">%6$d<small>/100</small></span></div>
                <blockquote>%7$s</blockquote>
                %8$s
                </article>
                <section class="section" aria-labelledby="making">
                <h2 id="making">How it came about</h2>
                <dl class="facts">%9$s</dl>
                </section>
                %10$s
                %11$s
                <p class="after"><a href="/tool/%1$s">All reviews of %2$s</a> · <a href="/reviewer/%12$s">All reviews by %3$s</a></p>""".formatted(
                        tool.slug(),
                        name,
                        critic,
                        escaped(take.criticRole()),
                        Words.chip(take.verdict()),
                        take.score(),
                        Words.paragraphs(take.body(), take.citations()),
                        Words.sources(take.citations()),
                        making(),
                        helpful(helpful, voter),
                        ReviewChanges.of(revisions),
                        take.criticKey()));
    }

    private String making() {
        boolean byAPerson = take.authorKind() == AuthorKind.HUMAN;
        return row("Written by", Words.kind(take.authorKind()))
                + row("Used the tool", take.handsOn() ? "Yes, hands-on" : "No")
                + (byAPerson ? "" : row("Model", Words.stated(take.model())))
                + (byAPerson ? "" : row("Instructions", Words.stated(take.promptVersion())))
                + row("Published", Words.day(take.publishedAt()))
                + row("This text", "revision %d of %s".formatted(take.revision(), Words.day(take.revisedAt())))
                + row(
                        "Another look",
                        (now.isBefore(take.dueAt()) ? "due by " : "due since ") + Words.day(take.dueAt()));
    }

    private static String row(String term, String html) {
        return "<div><dt>%s</dt><dd>%s</dd></div>".formatted(term, html);
    }

    private String helpful(Helpful helpful, @Nullable Voter voter) {
        String own = helpful.helpful() == null ? "" : "You said %s. ".formatted(helpful.helpful());
        String back = helpful.helpful() == null
                ? ""
                : "<div class=\"vote-said\"><button class=\"textual\" name=\"helpful\" value=\"none\">Take it back</button></div>";
        return """
                <section class="section" aria-labelledby="helpful">
                <h2 id="helpful">Helpful?</h2>
                <p role="status">%s%s</p>
                <form class="vote" method="post" action="/tool/%s/reviews/%s/helpful">
                <input type="hidden" name="formToken" value="%s">
                <div class="vote-pair" role="group" aria-label="Was this review helpful?"><button name="helpful" value="yes">Yes</button><button name="helpful" value="no">No</button></div>
                %s
                </form>
                </section>""".formatted(
                        own,
                        Words.found(helpful),
                        tool.slug(),
                        take.criticKey(),
                        voter == null ? "" : escaped(voter.formToken()),
                        back);
    }

    /// A page that says why not, with what to do about it.
    ///
    /// @param more what stands below, as HTML
    static SitePage refused(String title, String why, String more) {
        return new SitePage(title, """
                <h1>%s</h1>
                <p class="lead">%s</p>
                %s
                <p class="after"><a href="/">All verdicts</a></p>""".formatted(escaped(title), escaped(why), more));
    }

    /// One button that says the same with a form that is valid now.
    static String again(String slug, String criticKey, String answer, String formToken) {
        return """
                <form class="vote" method="post" action="/tool/%s/reviews/%s/helpful">
                <input type="hidden" name="formToken" value="%s">
                <button name="helpful" value="%s">%s</button>
                </form>""".formatted(
                        escaped(slug),
                        escaped(criticKey),
                        escaped(formToken),
                        escaped(answer),
                        switch (answer) {
                            case "yes" -> "Yes, it was helpful";
                            case "no" -> "No, it was not helpful";
                            default -> "Take my answer back";
                        });
    }
}
