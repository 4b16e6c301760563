package dev.toolverdicts.vote.tally;

import static dev.toolverdicts.vote.web.SitePage.escaped;
import static java.util.stream.Collectors.joining;

import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.ruling.Reasons;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.web.SitePage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `/tool/{slug}/votes`: why this number, as complete HTML.
final class WhyPage {

    private static final String NAME = "votes";
    static final int DAYS = 30;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String contact;

    WhyPage(String contact) {
        this.contact = escaped(contact);
    }

    SitePage of(KnownTool tool, Why why, OwnVote own) {
        return of(tool, why, own(own));
    }

    /// While the database is away: as it was, without anybody's own vote.
    SitePage of(KnownTool tool, LastWhys.Kept kept) {
        return of(tool, kept.why(), """
                <p class="banner" role="status">Our database cannot be reached just now. This page is as of <time datetime="%s">%s</time>; \
                what has changed since is not on it.</p>""".formatted(kept.at().truncatedTo(ChronoUnit.SECONDS), MOMENT.format(kept.at())));
    }

    private static SitePage of(KnownTool tool, Why why, String notice) {
        String name = escaped(tool.name());
        return new SitePage(NAME, "The votes on " + tool.name(), """
                <p class="kicker"><a href="/tool/%s">%s</a></p>
                <h1>Why this number</h1>
                <p class="lead">%s</p>
                %s
                %s
                <p class="after quiet small">%s The same as JSON: <a href="/api/v1/tools/%1$s/tally/why">/api/v1/tools/%1$s/tally/why</a></p>""".formatted(
                        escaped(tool.slug()), name, total(name, why.total()), notice, parts(why), asOf(why)));
    }

    private static String total(String name, Why.Sums total) {
        long counted = total.ships() + total.skips();
        if (counted + total.held() + total.discarded() == 0) {
            return "Nobody has voted on %s yet.".formatted(name);
        }
        return "%s of %s would ship %s. %s"
                .formatted(number(total.ships()), votes(counted, "counted vote"), name, apart(total));
    }

    private static String apart(Why.Sums total) {
        if (total.held() + total.discarded() == 0) {
            return "Every vote that was cast and not withdrawn counts.";
        }
        return "%s held until somebody has looked, %s taken out."
                .formatted(number(total.held()), number(total.discarded()));
    }

    private String own(OwnVote own) {
        Choice choice = own.choice();
        if (choice == null) {
            return "";
        }
        String said = choice == Choice.SHIP ? "You shipped it" : "You skipped it";
        String reason = own.reason();
        if (reason == null) {
            return "<p class=\"banner\">%s · %s</p>".formatted(said, own.counted() ? "counted" : "being counted");
        }
        return """
                <p class="banner">%s · %s: %s.</p>
                <p class="after">That says nothing about you: rules see crowds, not people. A moderator looks at it. If it is a mistake, write to \
                <a href="mailto:%4$s">%4$s</a> and name this tool; <a href="/my-votes">your own page</a> has all your votes.</p>""".formatted(
                said, "held".equals(own.state()) ? "held" : "taken out", escaped(Reasons.inWords(reason)), contact);
    }

    private static String parts(Why why) {
        if (why.tiers().isEmpty()) {
            return "";
        }
        String days = why.days().size() > DAYS ? "The last %d days with votes".formatted(DAYS) : "By day";
        return """
                <section class="section columns" aria-label="The number taken apart">
                <div>
                <h2>By how voters are known</h2>
                <dl class="facts">%s</dl>
                <p class="quiet small after">Shown apart, never weighed: each counted vote counts the same. <a href="/how-ranking-works">How ranking works</a></p>
                <h2 class="after">Not counted</h2>
                %s
                </div>
                <div>
                <h2>%s</h2>
                %s
                <dl class="facts">%s</dl>
                </div>
                </section>""".formatted(
                        tiers(why.tiers()),
                        reasons(why.reasons()),
                        days,
                        VoteDays.picture(latest(why.days())),
                        days(why.days()));
    }

    private static String tiers(List<Why.OfTier> tiers) {
        return tiers.stream()
                .map(tier -> row(
                        tier.tier().equals("email") ? "Verified by e-mail" : "By this site’s cookie",
                        tier.ships(),
                        tier.skips(),
                        tier.held(),
                        tier.discarded()))
                .collect(joining("\n"));
    }

    private static List<Why.OfDay> latest(List<Why.OfDay> days) {
        return days.subList(Math.max(0, days.size() - DAYS), days.size());
    }

    private static String days(List<Why.OfDay> days) {
        return latest(days).reversed().stream()
                .map(day -> row(
                        "<time datetime=\"%s\">%s</time>".formatted(day.day(), DAY.format(day.day())),
                        day.ships(),
                        day.skips(),
                        day.held(),
                        day.discarded()))
                .collect(joining("\n"));
    }

    private static String row(String name, long ships, long skips, long held, long discarded) {
        return "<div><dt>%s</dt><dd>%s</dd></div>"
                .formatted(
                        name,
                        Stream.of(
                                        number(ships) + " ship",
                                        number(skips) + " skip",
                                        held == 0 ? "" : number(held) + " held",
                                        discarded == 0 ? "" : number(discarded) + " taken out")
                                .filter(part -> !part.isEmpty())
                                .collect(joining(" · ")));
    }

    private static String reasons(List<Why.OfReason> reasons) {
        if (reasons.isEmpty()) {
            return "<p>No vote is held or taken out.</p>";
        }
        return reasons.stream()
                .map(each -> "<li>%s: %s</li>"
                        .formatted(
                                votes(each.held() + each.discarded(), "vote"), escaped(Reasons.inWords(each.reason()))))
                .collect(joining("\n", "<ul class=\"lines\">", "</ul>"));
    }

    private static String votes(long number, String what) {
        return number(number) + " " + (number == 1 ? what : what + "s");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String asOf(Why why) {
        Instant asOf = why.asOf();
        return asOf == null
                ? ""
                : "As of <time datetime=\"%s\">%s</time>."
                        .formatted(asOf.truncatedTo(ChronoUnit.SECONDS), MOMENT.format(asOf));
    }

    static SitePage refused(String title, String why) {
        return new SitePage(NAME, title, """
                <h1>%s</h1>
                <p class="lead">%s</p>
                <p><a href="/">All verdicts</a></p>""".formatted(escaped(title), escaped(why)));
    }
}
