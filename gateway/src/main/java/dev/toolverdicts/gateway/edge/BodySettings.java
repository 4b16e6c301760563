package dev.toolverdicts.gateway.edge;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param limit the largest body
/// @param importLimit the largest body on the paths that take whole files
/// @param patience how long a client may fall silent in the middle of a body
@ConfigurationProperties("gateway.body")
@Validated
record BodySettings(
        @NotNull DataSize limit,
        @NotNull DataSize importLimit,
        @NotNull Set<String> importPaths,
        @NotNull Duration patience) {

    long limitFor(String path) {
        return (importPaths.contains(path) ? importLimit : limit).toBytes();
    }
}
