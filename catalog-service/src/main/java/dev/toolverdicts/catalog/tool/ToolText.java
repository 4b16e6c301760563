package dev.toolverdicts.catalog.tool;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an editor writes of a tool, checked.
record ToolText(
        String slug,
        String name,
        String tagline,
        String summary,
        String category,
        List<String> tags,
        @Nullable String websiteUrl,
        @Nullable String repoUrl,
        String status,
        Pricing pricing,
        @Nullable String licenseSpdx,
        String licenseClass,
        @Nullable String bestFor,
        @Nullable String notFor) {

    boolean hasLicenseOf(ToolText other) {
        return licenseClass.equals(other.licenseClass) && Objects.equals(licenseSpdx, other.licenseSpdx);
    }
}
