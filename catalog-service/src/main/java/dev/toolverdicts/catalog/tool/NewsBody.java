package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A news item as the API takes it; its key stands in the address.
@Schema(name = "NewsDraft")
record NewsBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) String title,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "where it is told")
        String url,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "such as 2026-11-28")
        LocalDate publishedOn,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "slugs of tools that are there, one at least")
        List<String> tools,

        @Schema(description = "releases of these tools") @Nullable
        List<NamedRelease> releases) {

    private static final int MOST = 20;
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /// @param tool the slug of its tool
    @Schema(name = "NewsDraftRelease")
    record NamedRelease(String tool, String label) {}

    List<NamedRelease> namedReleases() {
        return releases == null ? List.of() : releases;
    }

    /// @throws InvalidInput with every fault
    static NewsBody parse(String key, JsonNode body, Instant now) {
        var fields = new Fields(body);
        if (key.length() > 100 || !KEY.matcher(key).matches()) {
            fields.fault(
                    "/key", "must be at most 100 lower-case letters and digits in groups joined by single hyphens");
        }
        String url = fields.webAddressOrNull("/url", 500);
        if (url == null) {
            fields.fault("/url", "must be given");
        }
        List<String> tools = fields.texts("/tools", MOST, 100);
        if (tools.isEmpty()) {
            fields.fault("/tools", "must name a tool that is there");
        }
        var news = new NewsBody(
                fields.text("/title", 200),
                url == null ? "" : url,
                fields.pastDay("/publishedOn", now),
                tools,
                releases(fields));
        fields.refuseFaults();
        return news;
    }

    private static List<NamedRelease> releases(Fields fields) {
        return fields.pointers("/releases", MOST).stream()
                .map(at -> new NamedRelease(fields.text(at + "/tool", 100), fields.text(at + "/label", 60)))
                .distinct()
                .toList();
    }
}
