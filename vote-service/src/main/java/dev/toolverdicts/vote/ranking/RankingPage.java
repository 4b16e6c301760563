package dev.toolverdicts.vote.ranking;

import static java.util.stream.Collectors.joining;

import dev.toolverdicts.vote.web.SitePage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/how-ranking-works` as complete HTML. Every number on it comes from the rules or is
/// computed by what ranks.
final class RankingPage {

    private static final String ABOUT =
            "Every formula, parameter and tie-break behind the places on Tool Verdicts, printed from"
                    + " the settings the code runs with, and the log of what changed.";
    private static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");
    private static final long[][] SHARES = {{1, 1}, {4, 4}, {9, 10}, {60, 100}, {600, 1_000}, {5_500, 10_000}};
    private static final long[][] DUELS = {{1, 1}, {10, 10}, {6, 10}, {60, 100}};
    private static final long[][] AHEAD = {{10, 0}, {10, 24}, {100, 24}, {2, 1}, {1, 0}};

    private final RankingSettings settings;
    private final RankingRules rules;
    private final String address;

    RankingPage(RankingSettings settings, RankingRules rules, String address) {
        this.settings = settings;
        this.rules = rules;
        this.address = address;
    }

    /// The dated log that comes with the code, the latest first.
    static List<RankingRules.Change> changes() {
        return SitePage.resource("ranking/changes.txt")
                .lines()
                .map(line -> new RankingRules.Change(LocalDate.parse(line.substring(0, 10)), line.substring(11)))
                .toList();
    }

    String html() {
        Matcher blanks = BLANK.matcher(SitePage.resource("ranking/how-ranking-works.html"));
        String main = blanks.replaceAll(blank -> Matcher.quoteReplacement(content(blank.group(1))));
        return SitePage.found("how-ranking-works", "How ranking works", ABOUT, address, main)
                .html();
    }

    private String content(String name) {
        return switch (name) {
            case "wilsonExamples" -> of(SHARES, this::share);
            case "trendingExamples" -> of(AHEAD, this::score);
            case "duelExamples" -> of(DUELS, this::duels);
            case "families" ->
                rules.ruleFamilies().stream()
                        .map(family -> "<li><strong>%s.</strong> %s</li>".formatted(family.name(), family.watches()))
                        .collect(joining("\n"));
            case "parameters" ->
                rules.parameters().stream()
                        .map(each -> "<div><dt>%s</dt><dd>%s</dd></div>".formatted(each.counted(), each.meaning()))
                        .collect(joining("\n"));
            case "changes" ->
                rules.changes().stream()
                        .map(change -> "<li><time datetime=\"%1$s\">%1$s</time> %2$s</li>"
                                .formatted(change.date(), SitePage.escaped(change.what())))
                        .collect(joining("\n"));
            default -> rules.parameter(name);
        };
    }

    private static String of(long[][] examples, Function<long[], String> row) {
        return Arrays.stream(examples).map(row).collect(joining("\n"));
    }

    private String share(long[] example) {
        Wilson interval = Wilson.of(example[0], example[1], settings.z());
        return """
                <div><dt>%s of %s</dt><dd>at least %s, at most %s\
                <svg class="doubt" aria-hidden="true" focusable="false"><rect class="track" y="7" width="100%%" height="2"/>\
                <rect class="half" x="50%%" y="3" width="1" height="10"/>\
                <rect class="likely" y="3.5" height="9" rx="2" x="%s" width="%s"/>\
                <circle class="point" cy="8" r="5.5" cx="%s"/></svg></dd></div>""".formatted(
                        number(example[0]),
                        number(example[1]),
                        percent(interval.low()),
                        percent(interval.high()),
                        percent(interval.low()),
                        percent(interval.high() - interval.low()),
                        percent((double) example[0] / example[1]));
    }

    /// Of two tools that have met nobody else: how surely the one wins against the other, from which both are
    /// as far as their mean twice over.
    private String duels(long[] example) {
        BradleyTerry.Strength one = BradleyTerry.of(
                        2,
                        List.of(new BradleyTerry.Meeting(0, 1, example[0], (double) example[1] - example[0])),
                        settings.duelPrior())
                .getFirst();
        var strength = new BradleyTerry.Strength(2 * one.value(), 2 * one.error());
        return "<div><dt>%s of %s</dt><dd>%s, likely %s to %s</dd></div>"
                .formatted(
                        number(example[0]),
                        number(example[1]),
                        percent(strength.share()),
                        percent(strength.low(settings.z())),
                        percent(strength.high(settings.z())));
    }

    private String score(long[] example) {
        double score = new Trending(settings).score(example[0], 0, Duration.ofHours(example[1]), false);
        String age =
                example[1] == 0 ? "just added" : example[1] == 1 ? "after 1 hour" : "after " + example[1] + " hours";
        return "<div><dt>%s ahead</dt><dd>%s: %s</dd></div>"
                .formatted(number(example[0]), age, String.format(Locale.ROOT, "%.4f", score));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
