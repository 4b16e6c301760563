package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a tool from a request's body and finds all of its faults, not only the first. Fields it does not
/// know are ignored.
final class ToolBody {

    static final Set<String> STATUSES = Set.of("announced", "waitlist", "active", "discontinued", "acquired");
    static final Set<String> MODELS = Set.of("free", "freemium", "paid", "usage", "contact", "unknown");
    static final Set<String> CLASSES =
            Set.of("osi_open", "open_weight_restricted", "source_available", "proprietary", "unknown");

    private final Fields fields;
    private final Instant now;

    private ToolBody(Fields fields, Instant now) {
        this.fields = fields;
        this.now = now;
    }

    record Written(ToolText text, FactWishes wishes) {}

    /// @param present the tool's slug, which a body without one keeps; null makes one from the name
    /// @throws InvalidInput with a fault for every field that cannot be accepted
    static Written parse(JsonNode body, @Nullable String present, Set<String> categories, Instant now) {
        return new ToolBody(new Fields(body), now).parse(present, categories);
    }

    private Written parse(@Nullable String present, Set<String> categories) {
        String name = fields.text("/name", 120);
        String tagline = fields.text("/tagline", 200);
        var text = new ToolText(
                slug(present, name),
                name,
                tagline,
                fields.prose("/summary", 4000),
                fields.word("/category", categories),
                fields.texts("/tags", 5, 40),
                fields.webAddressOrNull("/websiteUrl", 500),
                fields.webAddressOrNull("/repoUrl", 500),
                fields.isMissing("/status") ? "active" : fields.word("/status", STATUSES),
                pricing(),
                fields.textOrNull("/license/spdx", 100),
                fields.isObject("/license") ? fields.word("/license/class", CLASSES) : "unknown",
                notACopy("/bestFor", tagline),
                notACopy("/notFor", tagline));
        checkFacts();
        var wishes = new FactWishes(
                new FactWish(source("/facts/price"), null), wish("/facts/license"), wish("/facts/status"));
        fields.refuseFaults();
        return new Written(text, wishes);
    }

    private void checkFacts() {
        for (String pointer : List.of("/facts", "/facts/price", "/facts/license", "/facts/status")) {
            if (!fields.isMissing(pointer)) {
                fields.isObject(pointer);
            }
        }
    }

    private FactWish wish(String fact) {
        boolean isSeenNow = fields.isTrue(fact + "/verified");
        return new FactWish(source(fact), isSeenNow ? now : seen(fact + "/verifiedAt"));
    }

    private @Nullable String source(String fact) {
        return fields.webAddressOrNull(fact + "/sourceUrl", 500);
    }

    private @Nullable Instant seen(String pointer) {
        if (fields.isMissing(pointer)) {
            return null;
        }
        Instant seen = fields.timeOr(pointer, now);
        checkSeen(pointer, seen, "fact");
        return seen;
    }

    private String slug(@Nullable String present, String name) {
        String given = fields.textOrNull("/slug", 200);
        if (given != null && !given.isEmpty()) {
            String complaint = Slug.complaint(given);
            if (complaint != null) {
                fields.fault("/slug", complaint);
            }
            return given;
        }
        if (present != null) {
            return present;
        }
        String made = Slug.of(name);
        if (made.isEmpty() && !name.isEmpty()) {
            fields.fault("/slug", "must be given, since the name has no letters or digits to make one from");
        }
        return made;
    }

    private @Nullable String notACopy(String pointer, String tagline) {
        String text = fields.textOrNull(pointer, 300);
        if (text != null && !text.isEmpty() && Slug.identity(text).equals(Slug.identity(tagline))) {
            fields.fault(pointer, "must say something of its own, not repeat the tagline");
        }
        return text;
    }

    private Pricing pricing() {
        if (!fields.isObject("/pricing")) {
            return new Pricing("", "unknown", null, null, null, now);
        }
        var pricing = new Pricing(
                fields.text("/pricing/text", 200),
                fields.word("/pricing/model", MODELS),
                fields.amountOrNull("/pricing/entryAmount"),
                fields.textOrNull("/pricing/currency", 40),
                fields.textOrNull("/pricing/period", 40),
                fields.isTrue("/facts/price/verified") ? now : fields.timeOr("/pricing/capturedAt", now));
        check(pricing);
        return pricing;
    }

    private void check(Pricing pricing) {
        BigDecimal amount = pricing.entryAmount();
        boolean costs = amount != null && amount.signum() > 0;
        if (costs && pricing.model().equals("free")) {
            fields.fault("/pricing/entryAmount", "must be 0 or null when the model is free");
        }
        if (costs && pricing.currency() == null) {
            fields.fault("/pricing/currency", "must be given with an amount");
        }
        if (pricing.currency() != null && !pricing.currency().matches("[A-Z]{3}|")) {
            fields.fault("/pricing/currency", "must be an ISO 4217 code such as USD");
        }
        checkSeen("/pricing/capturedAt", pricing.capturedAt(), "price");
    }

    /// With a day of grace for clocks and time zones.
    private void checkSeen(String pointer, Instant seen, String what) {
        if (seen.isAfter(now.plusSeconds(86_400)) || seen.isBefore(Instant.EPOCH)) {
            fields.fault(pointer, "must be a time when somebody can have read the " + what);
        }
    }
}
