package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A release as the API takes it; its label stands in the address.
@Schema(name = "ReleaseDraft")
record ReleaseBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "the day it came out, such as 2026-11-28")
        LocalDate releasedOn,

        @Schema(description = "where it is told of") @Nullable
        String sourceUrl) {

    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ._+-]{0,58}[\\p{L}\\p{N}+])?");

    /// @throws InvalidInput with every fault
    static ReleaseBody parse(String label, JsonNode body, Instant now) {
        var fields = new Fields(body);
        if (!LABEL.matcher(label).matches()) {
            fields.fault(
                    "/label",
                    "must be at most 60 letters, digits, blanks, dots, plus, hyphens and low lines, such as 2.1");
        }
        var release = new ReleaseBody(fields.pastDay("/releasedOn", now), fields.webAddressOrNull("/sourceUrl", 500));
        fields.refuseFaults();
        return release;
    }
}
