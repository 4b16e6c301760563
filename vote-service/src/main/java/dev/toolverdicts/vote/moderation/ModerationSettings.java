package dev.toolverdicts.vote.moderation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param within how soon held votes are to be decided about; what waits longer is marked
/// @param claim how long a moderator keeps votes to themselves without deciding
/// @param mostAtOnce how many votes one form decides about; for the rest it is sent again
@ConfigurationProperties("vote.moderation")
@Validated
record ModerationSettings(
        @NotNull Duration within,
        @NotNull Duration claim,
        @Min(1) int mostAtOnce) {}
