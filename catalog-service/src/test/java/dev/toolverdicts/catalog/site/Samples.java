package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Citation;
import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.card.Facts;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.critic.CriticProfile;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tools and takes that the page tests render. The figures of the first two are those of
/// the seed page.
final class Samples {

    static final Instant AS_OF = Instant.parse("2026-11-24T18:40:00Z");

    /// Stands still: what is due for another look is a matter of the day.
    static final Clock CLOCK = Clock.fixed(AS_OF, ZoneOffset.UTC);
    static final String LONG_NAME = "The Remarkably Long Named Enterprise Retrieval Orchestration Toolkit for AI";

    static final Fact SEEN = new Fact(null, AS_OF, AS_OF, "editor", false, false);

    static final ToolCard SCOUT = tool("llama-4-scout-fine-tuning-toolkit", "Llama 4 Scout Fine-Tuning Toolkit")
            .tagline("Official RLHF, DPO and LoRA recipes for Llama 4 Scout")
            .summary("Meta’s own recipes for adapting Llama 4 Scout, from one card to many machines.\n\n"
                    + "They build on Transformers and TRL instead of a framework of their own.")
            .price("Free / open weights")
            .license(null, "open_weight_restricted")
            .panel(3, 1, "ship")
            .card();

    static final ToolCard MISTRAL = tool("mistral-3b", "Mistral 3B")
            .tagline("A 3B model that aims above its weight: open, fast, on the device")
            .summary("An open-weight language model for phones and other edge devices, under Apache-2.0.")
            .price("Free")
            .license("Apache-2.0", "osi_open")
            .panel(4, 0, "ship")
            .card();

    static final CriticProfile BUILDER = critic(1, "builder", "The Builder", "Developer Perspective");

    private Samples() {}

    static ToolSample tool(String slug, String name) {
        return new ToolSample(slug, name);
    }

    static ToolCard withVotes(ToolCard card, long ships, long skips) {
        return new ToolCard(
                card.slug(),
                card.name(),
                card.tagline(),
                card.summary(),
                card.category(),
                card.tags(),
                card.websiteUrl(),
                card.status(),
                card.pricing(),
                card.license(),
                card.bestFor(),
                card.notFor(),
                card.repoUrl(),
                card.facts(),
                card.latestRelease(),
                card.panel(),
                tally(ships, skips),
                card.asOf(),
                card.versions());
    }

    static ToolCard.Community tally(long ships, long skips) {
        long n = ships + skips;
        if (n == 0) {
            return new ToolCard.Community(0, 0, null, null, null, false);
        }
        double z = 1.96;
        double p = (double) ships / n;
        double d = 1 + z * z / n;
        double centre = p + z * z / (2 * n);
        double spread = z * Math.sqrt((p * (1 - p) + z * z / (4 * n)) / n);
        return new ToolCard.Community(
                ships,
                skips,
                (int) Math.floor(100.0 * ships / n + 0.5),
                four((centre - spread) / d),
                four((centre + spread) / d),
                false);
    }

    private static double four(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    /// As events told of it before they told how it came about.
    static Take take(String criticKey, String name, String role, String verdict, int score, String body) {
        return new Take(
                criticKey,
                name,
                role,
                verdict,
                score,
                body,
                false,
                "ai_persona",
                null,
                null,
                null,
                1,
                AS_OF.minusSeconds(400_000),
                AS_OF,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// A re-review that turned the verdict, with everything that is told of it.
    static Take turned(String body, List<Citation> citations, @Nullable String reason) {
        return new Take(
                "builder",
                "The Builder",
                "Developer Perspective",
                "ship",
                85,
                body,
                true,
                "ai_drafted",
                "sample-model-1",
                "7",
                citations,
                2,
                AS_OF.minusSeconds(400_000),
                AS_OF,
                AS_OF.plus(Duration.ofDays(180)),
                "skip",
                AS_OF,
                reason,
                3,
                1);
    }

    static CriticProfile critic(int position, String key, String name, String role) {
        return new CriticProfile(
                key,
                position,
                name,
                role,
                "Show me the first ten minutes.",
                "Judges a tool by the first commit made with it.",
                List.of("Defaults that hold", "Errors that say what to do", "Small interfaces"),
                List.of("Screenshots instead of code", "Ten steps before hello", "Config for its own sake"),
                "ai_persona",
                List.of());
    }

    static Comparison.Score row(String key, String name, String role, Comparison.@Nullable Opinion... takes) {
        return new Comparison.Score(new Comparison.Critic(key, name, role), Arrays.asList(takes), false);
    }

    static Comparison.Score row(
            String key,
            String name,
            String role,
            Comparison.@Nullable Opinion left,
            Comparison.@Nullable Opinion right,
            boolean widest) {
        return new Comparison.Score(new Comparison.Critic(key, name, role), Arrays.asList(left, right), widest);
    }

    static Comparison.Opinion says(String verdict, int score, String body) {
        return new Comparison.Opinion(verdict, score, body);
    }

    /// The comparison of the seed page.
    static Comparison seed() {
        return compare(
                SCOUT,
                MISTRAL,
                List.of(
                        row(
                                "builder",
                                "The Builder",
                                "Developer Perspective",
                                says(
                                        "ship",
                                        85,
                                        "Composes what is there and adds the glue. The recipes run as they are."),
                                says("ship", 91, "Fits in the memory of a phone and pulls in three lines."),
                                false),
                        row(
                                "skeptic",
                                "The Skeptic",
                                "Reality Check",
                                says("ship", 72, "First-party is the whole advantage, and for odd routing it counts."),
                                says("ship", 74, "Long tool chains break it. The licence is what saves it."),
                                false),
                        row(
                                "futurist",
                                "The Futurist",
                                "Big Picture",
                                says("ship", 81, "Open weights as plumbing: on time, not early."),
                                says("ship", 88, "Inference moves to the edge for latency, not for cost."),
                                false),
                        row(
                                "founder",
                                "The Founder",
                                "Business Case",
                                says("skip", 44, "There is no buyer here. It is a budget line of somebody else."),
                                says("ship", 79, "The open model is distribution, not the product."),
                                true)));
    }

    static Comparison compare(ToolCard left, ToolCard right, List<Comparison.Score> scorecard) {
        return compare(List.of(left, right), scorecard);
    }

    static Comparison compare(List<ToolCard> tools, List<Comparison.Score> scorecard) {
        return new Comparison(
                tools.stream().map(ToolCard::slug).collect(Collectors.joining("-vs-")),
                tools,
                List.of(
                        new Comparison.Row(
                                "Panel verdict",
                                tools.stream().map(Samples::panelCell).toList(),
                                false),
                        new Comparison.Row(
                                "Community", Collections.nCopies(tools.size(), "No community votes yet"), true),
                        new Comparison.Row(
                                "Pricing",
                                tools.stream()
                                        .map(tool -> tool.pricing().text())
                                        .toList(),
                                false),
                        new Comparison.Row(
                                "Best for",
                                tools.stream()
                                        .map(tool -> String.valueOf(tool.bestFor()))
                                        .toList(),
                                false),
                        new Comparison.Row(
                                "Category",
                                tools.stream()
                                        .map(tool -> tool.category().name())
                                        .toList(),
                                true)),
                scorecard,
                "The panel prefers Mistral 3B, 100% to 75%; the community has too few votes to tell; both are free to start.",
                new Comparison.Basis(
                        "mistral-3b",
                        "The panel prefers a tool when it is at least 10 points ahead.",
                        "How sure: 4 of 7 critics reviewed each tool; no community votes yet. Take it as a lean."),
                null,
                AS_OF,
                "\"1.1.1-1.1.1-7\"");
    }

    private static String panelCell(ToolCard tool) {
        return VerdictView.of(tool.panel().verdict()).word() + " · "
                + tool.panel().counts();
    }

    static final class ToolSample {

        private final String slug;
        private final String name;
        private String tagline = "Does one thing";
        private String summary = "Does one thing, and that is all.";
        private ToolCard.Category category = new ToolCard.Category("developer-tools", "Developer Tools");
        private String status = "active";
        private String price = "Free";
        private String entry = "Free";
        private ToolCard.License license = new ToolCard.License(null, "unknown");
        private ToolCard.Panel panel = new ToolCard.Panel(0, 0, null, "pending", 4, 7);
        private ToolCard.Community community = tally(0, 0);
        private Fact fact = SEEN;
        private ToolCard.@Nullable LatestRelease release;
        private @Nullable String website = "https://www.example.org/tool";

        private ToolSample(String slug, String name) {
            this.slug = slug;
            this.name = name;
        }

        ToolSample tagline(String tagline) {
            this.tagline = tagline;
            return this;
        }

        ToolSample summary(String summary) {
            this.summary = summary;
            return this;
        }

        ToolSample category(String key, String categoryName) {
            this.category = new ToolCard.Category(key, categoryName);
            return this;
        }

        ToolSample status(String status) {
            this.status = status;
            return this;
        }

        ToolSample price(String price) {
            this.price = price;
            return this;
        }

        ToolSample entry(String entry) {
            this.entry = entry;
            return this;
        }

        ToolSample license(@Nullable String spdx, String licenseClass) {
            this.license = new ToolCard.License(spdx, licenseClass);
            return this;
        }

        ToolSample panel(int ships, int skips, String verdict) {
            Integer pct = ships + skips == 0 ? null : (int) Math.floor(100.0 * ships / (ships + skips) + 0.5);
            this.panel = new ToolCard.Panel(ships, skips, pct, verdict, 4, 7);
            return this;
        }

        /// Of the price.
        ToolSample fact(Fact priceFact) {
            this.fact = priceFact;
            return this;
        }

        ToolSample release(String label, String day) {
            this.release = new ToolCard.LatestRelease(new UUID(0, 9), label, LocalDate.parse(day), null);
            return this;
        }

        ToolSample votes(long ships, long skips) {
            this.community = tally(ships, skips);
            return this;
        }

        ToolSample website(@Nullable String website) {
            this.website = website;
            return this;
        }

        ToolCard card() {
            return new ToolCard(
                    slug,
                    name,
                    tagline,
                    summary,
                    category,
                    List.of(),
                    website,
                    status,
                    new ToolCard.Pricing(
                            price, "free", BigDecimal.ZERO, "USD", null, entry, Instant.parse("2026-11-20T00:00:00Z")),
                    license,
                    "Teams that want " + name,
                    null,
                    null,
                    new Facts(fact, SEEN, SEEN),
                    release,
                    panel,
                    community,
                    AS_OF,
                    new ToolCard.Versions(1, 1, 1));
        }
    }
}
