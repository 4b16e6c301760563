package dev.toolverdicts.gateway.session;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param keyFiles keys of 32 bytes in base64, one a line; the first of the first file seals, all of
///     them open. Read again when they change
/// @param idle how long a session lasts without a request
/// @param absolute how long it lasts at most
/// @param refreshBefore how long before its end an access token is replaced
/// @param signInWithin how long signing in at the provider may take
/// @param paths where a session counts; everywhere else its cookie means nothing and is not looked at
@ConfigurationProperties("gateway.session")
@Validated
record SessionSettings(
        @NotEmpty List<Path> keyFiles,
        @NotNull Duration idle,
        @NotNull Duration absolute,
        @NotNull Duration refreshBefore,
        @NotNull Duration signInWithin,
        @NotEmpty List<String> paths) {

    boolean ended(SessionRow row, Instant now) {
        return row.createdAt().isBefore(now.minus(absolute)) || row.lastSeenAt().isBefore(now.minus(idle));
    }
}
