package dev.toolverdicts.catalog.tool;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a write as the API description shows it. [ToolBody] reads it field by field, to name every
/// fault.
@Schema(name = "ToolDraft")
record ToolDraft(
        @Schema(description = "made from the name when missing") @Nullable
        String slug,

        @Schema(requiredMode = RequiredMode.REQUIRED) String name,
        @Schema(requiredMode = RequiredMode.REQUIRED) String tagline,
        @Schema(requiredMode = RequiredMode.REQUIRED) String summary,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "a category's key")
        String category,

        @Nullable List<String> tags,
        @Nullable String websiteUrl,

        @Schema(description = "where the source lies; two tools with one repository are one product") @Nullable
        String repoUrl,

        @Schema(allowableValues = {"announced", "waitlist", "active", "discontinued", "acquired"}) @Nullable
        String status,

        @Schema(requiredMode = RequiredMode.REQUIRED) Price pricing,
        @Schema(requiredMode = RequiredMode.REQUIRED) License license,
        @Nullable String bestFor,
        @Nullable String notFor,

        @Schema(description = "what the values rest on; what is missing stays") @Nullable
        Facts facts) {

    @Schema(name = "ToolDraftFacts")
    record Facts(
            @Nullable Fact price,
            @Nullable Fact license,
            @Nullable Fact status) {}

    @Schema(name = "ToolDraftFact")
    record Fact(
            @Schema(description = "where it can be read; the official site when nobody names a place") @Nullable
            String sourceUrl,

            @Schema(description = "when somebody saw it there; of a price capturedAt tells it") @Nullable
            Instant verifiedAt,

            @Schema(description = "that the writer sees it there now") @Nullable
            Boolean verified) {}

    @Schema(name = "ToolDraftPrice")
    record Price(
            @Schema(requiredMode = RequiredMode.REQUIRED) String text,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"free", "freemium", "paid", "usage", "contact", "unknown"})
            String model,

            @Nullable BigDecimal entryAmount,
            @Nullable String currency,
            @Nullable String period,
            @Nullable Instant capturedAt) {}

    @Schema(name = "ToolDraftLicense")
    record License(
            @Nullable String spdx,

            @Schema(
                    name = "class",
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {
                        "osi_open",
                        "open_weight_restricted",
                        "source_available",
                        "proprietary",
                        "unknown"
                    })
            String licenseClass) {}
}
