package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import tools.jackson.databind.JsonNode;

/// Why a tool is taken down, as the API takes it.
@Schema(name = "TakeDown")
record TakeDownBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "why, in words that everybody may read; up to 500")
        String reason) {

    static final int LONGEST = 500;

    /// @throws InvalidInput when there is no reason, or one that cannot be kept
    static String reason(JsonNode body) {
        var fields = new Fields(body);
        String reason = fields.text("/reason", LONGEST);
        fields.refuseFaults();
        return reason;
    }
}
