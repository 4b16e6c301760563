package dev.toolverdicts.gateway.copies;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param groups every copy of every service, by the name that routes use
/// @param connectTimeout how long a connection may take to open
/// @param restAfterFailure how long a copy that could not be reached is passed over
/// @param giveUpAfter how long after its first failure a request may still be sent to another copy
/// @param anotherAfter how long a read waits for one copy before another is asked
/// @param slowStart how long a copy that is back takes less than its share
/// @param lookUpEvery how often names are looked up, each of whose addresses is a copy; zero for never
@ConfigurationProperties("gateway.copies")
@Validated
public record CopiesSettings(
        @NotEmpty Map<String, @NotEmpty List<@NotNull URI>> groups,
        @NotNull Duration connectTimeout,
        @NotNull Duration restAfterFailure,
        @NotNull Duration giveUpAfter,
        @NotNull Duration anotherAfter,
        @NotNull Duration slowStart,
        @NotNull Duration lookUpEvery) {

    public CopiesSettings {
        groups.values().stream().flatMap(List::stream).forEach(CopiesSettings::checkIsOrigin);
    }

    private static void checkIsOrigin(URI copy) {
        boolean http = "http".equals(copy.getScheme()) || "https".equals(copy.getScheme());
        if (!http || copy.getHost() == null || !copy.getRawPath().matches("/?") || copy.getRawQuery() != null) {
            throw new IllegalArgumentException("A copy is http://host:port and nothing more, not " + copy);
        }
    }
}
