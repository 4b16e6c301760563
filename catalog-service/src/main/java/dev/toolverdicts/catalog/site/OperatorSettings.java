package dev.toolverdicts.catalog.site;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who is behind the site; every service is told the same. What is not set is not claimed: the
/// pages say so.
///
/// @param name of the person or company
/// @param postalAddress in one line, as mails have it too
/// @param email where visitors write to
/// @param law which law holds, as in "German law"
@Validated
@ConfigurationProperties("site.operator")
record OperatorSettings(
        @NotNull @DefaultValue("") String name,
        @NotNull @DefaultValue("") String postalAddress,
        @NotNull @DefaultValue("") String email,
        @NotNull @DefaultValue("") String law) {

    /// Text without blanks at its ends, null for none.
    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    OperatorView view() {
        return new OperatorView(orNull(name), orNull(postalAddress), orNull(email), orNull(law));
    }

    /// As the pages print it.
    record OperatorView(
            @Nullable String name,
            @Nullable String postalAddress,
            @Nullable String email,
            @Nullable String law) {

        /// Whether everything is there that a visitor must find.
        public boolean complete() {
            return name != null && postalAddress != null && email != null;
        }
    }
}
