package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.web.InvalidInput;
import dev.toolverdicts.catalog.web.InvalidInput.Fault;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a tool from a request's body and finds all of its faults, not only the first. Fields it does not know are
/// ignored.
final class ToolBody {

    private static final Set<String> STATUSES = Set.of("announced", "waitlist", "active", "discontinued", "acquired");
    private static final Set<String> MODELS = Set.of("free", "freemium", "paid", "usage", "contact", "unknown");
    private static final Set<String> CLASSES =
            Set.of("osi_open", "open_weight_restricted", "source_available", "proprietary", "unknown");
    private static final Set<String> PERIODS = Set.of("month", "year", "week", "day", "once", "million_tokens");
    private static final int MOST_TAGS = 5;
    private static final BigDecimal HIGHEST = new BigDecimal("1000000000");

    private final JsonNode body;
    private final Set<String> categories;
    private final Instant now;
    private final List<Fault> faults = new ArrayList<>();

    private ToolBody(JsonNode body, Set<String> categories, Instant now) {
        this.body = body;
        this.categories = categories;
        this.now = now;
    }

    /// @throws InvalidInput with a fault for every field that cannot be accepted
    static ToolText parse(JsonNode body, Set<String> categories, Instant now) {
        return new ToolBody(body, categories, now).parse();
    }

    private ToolText parse() {
        if (!body.isObject()) {
            throw new InvalidInput(List.of(new Fault("", "must be an object")));
        }
        String name = required("/name", 120);
        String tagline = required("/tagline", 200);
        String summary = required("/summary", 4000);
        String category = word("/category", categories, null);
        String status = word("/status", STATUSES, "active");
        List<String> tags = tags();
        String website = website();
        Pricing pricing = pricing();
        String spdx = optional("/license/spdx", 100);
        String licenseClass = object("/license") ? word("/license/class", CLASSES, null) : "";
        String bestFor = optional("/bestFor", 300);
        String notFor = optional("/notFor", 300);
        if (bestFor != null && bestFor.equalsIgnoreCase(tagline)) {
            fault("/bestFor", "must say whom the tool is for, not repeat the tagline");
        }
        String slug = slug(name);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new ToolText(
                slug,
                name,
                tagline,
                summary,
                category,
                tags,
                website,
                status,
                Objects.requireNonNull(pricing),
                spdx,
                licenseClass,
                bestFor,
                notFor);
    }

    private String slug(String name) {
        String given = optional("/slug", Slug.LONGEST);
        if (given != null) {
            String complaint = Slug.complaint(given);
            if (complaint != null) {
                fault("/slug", complaint);
            }
            return given;
        }
        String made = Slug.of(name);
        if (made.isEmpty() && !name.isEmpty()) {
            fault("/slug", "must be given, since the name has no letters or digits to make one from");
        }
        return made;
    }

    private @Nullable Pricing pricing() {
        if (!object("/pricing")) {
            return null;
        }
        String text = required("/pricing/text", 200);
        String model = word("/pricing/model", MODELS, null);
        BigDecimal amount = amount();
        String currency = optional("/pricing/currency", 3);
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            fault("/pricing/currency", "must be an ISO 4217 code such as USD");
        }
        JsonNode period = body.at("/pricing/period");
        String checked = period.isNull() || period.isMissingNode() ? null : word("/pricing/period", PERIODS, null);
        return new Pricing(text, model, amount, currency, checked, capturedAt());
    }

    private Instant capturedAt() {
        JsonNode at = body.at("/pricing/capturedAt");
        if (at.isMissingNode() || at.isNull()) {
            return now;
        }
        try {
            Instant captured = Instant.parse(at.isString() ? at.stringValue() : "");
            if (captured.isAfter(now.plusSeconds(86_400)) || captured.isBefore(Instant.EPOCH)) {
                fault("/pricing/capturedAt", "must not be in the future");
            }
            return captured;
        } catch (DateTimeParseException e) {
            fault("/pricing/capturedAt", "must be a time such as 2026-11-23T22:00:00Z");
            return now;
        }
    }

    private @Nullable BigDecimal amount() {
        JsonNode amount = body.at("/pricing/entryAmount");
        if (amount.isMissingNode() || amount.isNull()) {
            return null;
        }
        if (amount.isNumber()) {
            BigDecimal value = amount.decimalValue();
            if (value.signum() >= 0
                    && value.compareTo(HIGHEST) < 0
                    && value.stripTrailingZeros().scale() <= 6) {
                return value;
            }
        }
        fault("/pricing/entryAmount", "must be a number from 0 with at most six decimals");
        return null;
    }

    private List<String> tags() {
        JsonNode tags = body.at("/tags");
        if (tags.isMissingNode() || tags.isNull()) {
            return List.of();
        }
        if (!tags.isArray() || tags.size() > MOST_TAGS) {
            fault("/tags", "must be a list of at most 5 tags");
            return List.of();
        }
        var read = new ArrayList<String>();
        for (int i = 0; i < tags.size(); i++) {
            read.add(required("/tags/" + i, 40));
        }
        return read.stream().distinct().toList();
    }

    private @Nullable String website() {
        String url = optional("/websiteUrl", 500);
        if (url == null) {
            return null;
        }
        try {
            var uri = new URI(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
                fault("/websiteUrl", "must be an http or https address");
            }
        } catch (URISyntaxException e) {
            fault("/websiteUrl", "must be an http or https address");
        }
        return url;
    }

    private boolean object(String pointer) {
        if (body.at(pointer).isObject()) {
            return true;
        }
        fault(pointer, "must be an object");
        return false;
    }

    private String word(String pointer, Set<String> words, @Nullable String whenMissing) {
        JsonNode value = body.at(pointer);
        if (whenMissing != null && (value.isMissingNode() || value.isNull())) {
            return whenMissing;
        }
        if (!value.isString() || !words.contains(value.stringValue())) {
            fault(
                    pointer,
                    "must be one of "
                            + String.join(", ", words.stream().sorted().toList()));
            return "";
        }
        return value.stringValue();
    }

    private String required(String pointer, int longest) {
        JsonNode value = body.at(pointer);
        if (!value.isString() || value.stringValue().isBlank()) {
            fault(pointer, "must be a text and not blank");
            return "";
        }
        return checked(pointer, value.stringValue().strip(), longest);
    }

    private @Nullable String optional(String pointer, int longest) {
        JsonNode value = body.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            fault(pointer, "must be a text that is not blank, or null");
            return null;
        }
        return checked(pointer, value.stringValue().strip(), longest);
    }

    private String checked(String pointer, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            fault(pointer, "must have at most %d characters".formatted(longest));
        }
        boolean lines = pointer.equals("/summary");
        if (text.codePoints().anyMatch(character -> forbidden(character, lines))) {
            fault(pointer, "must not hold control characters or broken characters");
        }
        return text;
    }

    private static boolean forbidden(int character, boolean lines) {
        boolean halfOfAPair = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean lineEnd = lines && (character == '\n' || character == '\r' || character == '\t');
        return halfOfAPair || (Character.isISOControl(character) && !lineEnd);
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
