package dev.toolverdicts.vote.ranking;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// How ranking works, as data: the settings the code runs with and what is done with them.
///
/// @param asOf when the rules last changed
record RankingRules(
        List<Parameter> parameters,
        List<Formula> formulas,
        List<String> tieBreak,
        List<String> trendingTieBreak,
        List<RuleFamily> ruleFamilies,
        List<Change> changes,
        Instant asOf) {

    /// @param text the value as the page prints it
    record Parameter(String key, BigDecimal value, String unit, String text, String meaning) {

        /// With its unit where the number alone says too little.
        String counted() {
            return List.of("days", "votes", "places").contains(unit) ? text + " " + unit : text;
        }
    }

    record Formula(String key, String formula, String meaning) {}

    record RuleFamily(String key, String name, String watches) {}

    record Change(LocalDate date, String what) {}

    static RankingRules of(RankingSettings settings, List<Change> changes) {
        return new RankingRules(
                parameters(settings),
                formulas(settings),
                List.of("wilsonLow", "votes", "newest", "slug"),
                List.of("score", "wilsonLow", "newest", "slug"),
                kinds(),
                changes,
                changes.getFirst().date().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static List<Parameter> parameters(RankingSettings settings) {
        return List.of(
                number("z", settings.z(), "standard errors", "how sure an interval is"),
                number("gravity", settings.gravity(), "exponent", "how fast trending falls with age"),
                number("brigadeFactor", settings.brigadeFactor(), "factor", "on trending while a brigade flag is on"),
                time("fairStart", settings.fairStart(), "how long a new tool draws its place of the day"),
                number("momentumDays", settings.momentumDays(), "days", "held against a tool’s earlier share"),
                number("momentumMinimum", settings.momentumMinimum(), "votes", "needed on both sides of that test"),
                number("boardSize", settings.boardSize(), "places", "shown on a board"),
                number("trendingSize", settings.trendingSize(), "places", "on the trending board"),
                time("refreshEvery", settings.refreshEvery(), "between two looks at the boards"),
                time("decayEvery", settings.decayEvery(), "until trending is computed again without votes"),
                time("closesAfter", settings.closesAfter(), "from a window’s end to its board’s, at the earliest"),
                time("closesAtLatest", settings.closesAtLatest(), "from a window’s end to its board’s, at the latest"),
                number("duelPrior", settings.duelPrior(), "ties", "with an imaginary average tool, in ranks by duels"));
    }

    private static Parameter number(String key, double value, String unit, String meaning) {
        BigDecimal plain = plain(BigDecimal.valueOf(value));
        return new Parameter(key, plain, unit, plain.toPlainString(), meaning);
    }

    /// As people write it: neither 100.0 nor 1E+2.
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal exact = value.stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static Parameter time(String key, Duration value, String meaning) {
        return new Parameter(key, plain(BigDecimal.valueOf(value.toMillis(), 3)), "seconds", words(value), meaning);
    }

    private static String words(Duration time) {
        long seconds = time.toSeconds();
        if (seconds >= 3600 && seconds % 3600 == 0) {
            return count(seconds / 3600, "hour");
        }
        return seconds >= 60 && seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
    }

    private static String count(long number, String unit) {
        return number + " " + (number == 1 ? unit : unit + "s");
    }

    private static List<Formula> formulas(RankingSettings settings) {
        String z = text(settings.z());
        return List.of(
                new Formula(
                        "best",
                        "(p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), z = " + z,
                        "Lower end of the Wilson interval of the share p of ships among n counted votes."),
                new Formula(
                        "trending",
                        "max(ships − skips − 1, 0) / (hours + 2)^" + text(settings.gravity()),
                        "Votes ahead, divided by the hours since the tool was added."),
                new Formula(
                        "momentum",
                        "(p₁ − p₀) / √(p(1−p)(1/n₁ + 1/n₀))",
                        "Ship share p₁ of the last days against the tool's own share p₀ before; p is both together."),
                new Formula(
                        "duels",
                        "P(a over b) = 1 / (1 + e^(s_b − s_a)), share = 1 / (1 + e^(mean − s)), interval at s ± " + z
                                + " standard errors",
                        "Bradley–Terry strengths s of one category's tools; a tie is half a win for each."));
    }

    private static String text(double value) {
        return number("", value, "", "").text();
    }

    private static List<RuleFamily> kinds() {
        return List.of(
                new RuleFamily("burst", "Bursts", "Far more votes on a tool than its own past explains."),
                new RuleFamily("network", "Shared networks", "Many votes for one tool from one network."),
                new RuleFamily("referrer", "One site’s rush", "A crowd that one other site sent and that votes alike."),
                new RuleFamily("cohort", "Young voters", "A crowd of voters who all came at once and voted alike."),
                new RuleFamily(
                        "serial", "Serial voting", "One voter going through many tools faster than anybody reads."),
                new RuleFamily(
                        "dormant", "Woken voters", "A crowd that had long been away and came back for one tool."),
                new RuleFamily(
                        "ruling",
                        "Rulings",
                        "A held vote is looked at; it is restored or taken out, with a reason, and either can be undone."),
                new RuleFamily(
                        "brigade", "Brigade flag", "While a tool is being brigaded, its trending score is dampened."));
    }

    String parameter(String key) {
        return parameters.stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
