package dev.toolverdicts.vote.ranking;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Every number that ranks. The code computes with these and the page that explains ranking prints them: there is no
/// second place.
///
/// @param z how sure an interval is; 1.96 stands for 95 %
/// @param gravity how fast trending falls with age
/// @param brigadeFactor what trending is multiplied by while a brigade flag is on
/// @param fairStart how long a new tool's place on the board of the day is drawn by lot
/// @param momentumDays the days, today included, whose share is held against the earlier one
/// @param momentumMinimum votes needed on both sides of that comparison
/// @param boardSize places on a board
/// @param trendingSize places on the trending board
/// @param refreshEvery how often boards are looked at
/// @param decayEvery after how long boards are computed again although nobody voted
/// @param scoresEvery after how long trending is published again although only its scores fell
/// @param closesAfter how long after its window's end a board is closed at the earliest
/// @param closesAtLatest how long it waits for votes that are not counted yet
/// @param duelPrior ties with an imaginary average tool that every tool starts with, see [BradleyTerry]
@ConfigurationProperties("vote.ranking")
@Validated
public record RankingSettings(
        @DefaultValue("1.96") @DecimalMin("0.5") @DecimalMax("4")
        double z,

        @DefaultValue("1.8") @DecimalMin("0.1") @DecimalMax("5")
        double gravity,

        @DefaultValue("0.5") @DecimalMin("0") @DecimalMax("1")
        double brigadeFactor,

        @DefaultValue("4h") Duration fairStart,
        @DefaultValue("7") @Min(1) @Max(90) int momentumDays,
        @DefaultValue("20") @Min(2) int momentumMinimum,
        @DefaultValue("100") @Min(1) @Max(1_000) int boardSize,
        @DefaultValue("1000") @Min(1) @Max(1_000) int trendingSize,
        @DefaultValue("30s") Duration refreshEvery,
        @DefaultValue("1m") Duration decayEvery,
        @DefaultValue("10m") Duration scoresEvery,
        @DefaultValue("1m") Duration closesAfter,
        @DefaultValue("15m") Duration closesAtLatest,

        @DefaultValue("1") @DecimalMin("0.01") @DecimalMax("100")
        double duelPrior) {

    public RankingSettings {
        if (fairStart.isNegative() || refreshEvery.isNegative() || refreshEvery.isZero()) {
            throw new IllegalArgumentException("vote.ranking needs a fair start of 0 or more and a refresh above 0");
        }
        if (closesAfter.isNegative() || closesAtLatest.compareTo(closesAfter) < 0) {
            throw new IllegalArgumentException("vote.ranking.closes-at-latest must not be before closes-after");
        }
    }
}
