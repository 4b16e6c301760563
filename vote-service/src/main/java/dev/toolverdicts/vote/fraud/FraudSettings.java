package dev.toolverdicts.vote.fraud;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Every threshold of the rules. Their kinds are public, the numbers are not shown anywhere.
///
/// @param enabled whether votes are looked at; without, flags that are up still come down
/// @param scanEvery the pause between two looks; a look that took long is followed by a pause of nine times that
/// @param catchesUp how far back votes are judged that were counted late
/// @param mostRulings how many votes one rule holds in one look; the rest is held in the next
/// @param burstWindow how far back a burst is looked for
/// @param burstVoters voters in the window from which on a tool can be flagged
/// @param burstFactor how many times its own usual number of votes in such a window a tool must get to be flagged
/// @param brigadeLasts how long a flag stays up after the burst was last seen
/// @param networkWindow how far back votes of one network are added up
/// @param networkVotes equal votes on one tool from one network from which on they are held
/// @param siteWindow how far back a rush that one other site sent is looked for
/// @param siteVotes equal votes on one tool by voters whom one site has sent from which on they can be held
/// @param siteShare the share of all votes on the tool that they must be; and a burst against the tool's own past
/// @param cohortWindow how far back a crowd of new voters is looked for
/// @param cohortVotes votes on one tool from which on its voters' age is looked at
/// @param cohortShare the share of new voters among them from which on the new voters' votes are held
/// @param young how long ago a new voter was first seen at most
/// @param serialWindow how far back one voter's or one network's tools are counted
/// @param serialTools more tools than this from one voter are serial voting
/// @param serialNetworkTools more tools than this from one network are serial voting
/// @param dormantWindow how far back a crowd of woken voters is looked for
/// @param dormantVotes votes on one tool from which on it is looked at when its voters had voted before
/// @param dormantShare the share of woken voters among them from which on their votes are held
/// @param dormantAfter how long a voter must have voted on nothing to count as woken
@ConfigurationProperties("vote.fraud")
@Validated
record FraudSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration scanEvery,
        @DefaultValue("24h") Duration catchesUp,
        @DefaultValue("2000") @Min(1) @Max(50_000) int mostRulings,
        @DefaultValue("5m") Duration burstWindow,
        @DefaultValue("300") @Min(2) int burstVoters,

        @DefaultValue("10") @DecimalMin("1") double burstFactor,

        @DefaultValue("30m") Duration brigadeLasts,
        @DefaultValue("10m") Duration networkWindow,
        @DefaultValue("30") @Min(2) int networkVotes,
        @DefaultValue("10m") Duration siteWindow,
        @DefaultValue("100") @Min(2) int siteVotes,

        @DefaultValue("0.8") @DecimalMin("0.1") @DecimalMax("1")
        double siteShare,

        @DefaultValue("5m") Duration cohortWindow,
        @DefaultValue("200") @Min(2) int cohortVotes,

        @DefaultValue("0.9") @DecimalMin("0.1") @DecimalMax("1")
        double cohortShare,

        @DefaultValue("1h") Duration young,
        @DefaultValue("10m") Duration serialWindow,
        @DefaultValue("40") @Min(2) int serialTools,
        @DefaultValue("200") @Min(2) int serialNetworkTools,
        @DefaultValue("10m") Duration dormantWindow,
        @DefaultValue("100") @Min(2) int dormantVotes,

        @DefaultValue("0.5") @DecimalMin("0.1") @DecimalMax("1")
        double dormantShare,

        @DefaultValue("60d") Duration dormantAfter) {

    /// Looks at what was counted late are this much of the shortest window apart.
    private static final int STEPS_PER_WINDOW = 5;

    FraudSettings {
        boolean positive = Stream.of(
                        scanEvery,
                        burstWindow,
                        brigadeLasts,
                        networkWindow,
                        siteWindow,
                        cohortWindow,
                        serialWindow,
                        dormantWindow)
                .noneMatch(each -> each.isNegative() || each.isZero());
        if (!positive || young.isNegative()) {
            throw new IllegalArgumentException("vote.fraud needs windows and pauses above 0");
        }
    }

    Duration step() {
        return Stream.of(networkWindow, siteWindow, cohortWindow, serialWindow, dormantWindow)
                .min(Duration::compareTo)
                .orElseThrow()
                .dividedBy(STEPS_PER_WINDOW);
    }
}
