package dev.toolverdicts.vote.fraud;

import static java.util.stream.Collectors.groupingBy;

import dev.toolverdicts.vote.ruling.Decision;
import dev.toolverdicts.vote.ruling.RulingKind;
import dev.toolverdicts.vote.ruling.Rulings;
import dev.toolverdicts.vote.ruling.VoteAt;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// One look at the votes of the last minutes. Every rule's decisions and flags are one transaction, and only one copy
/// looks at a time.
final class FraudScan {

    private static final Logger log = LoggerFactory.getLogger(FraudScan.class);

    private record Rule(String reason, BiFunction<FraudSettings, Instant, List<VoteAt>> suspects) {}

    private final List<Rule> rules;
    private final FraudQueries queries;
    private final BrigadeRepository brigades;
    private final Rulings rulings;
    private final TransactionTemplate transactions;
    private final FraudSettings settings;
    private final Clock clock;
    private long looked = -1;

    FraudScan(
            FraudQueries queries,
            BrigadeRepository brigades,
            Rulings rulings,
            TransactionTemplate transactions,
            FraudSettings settings,
            Clock clock) {
        this.queries = queries;
        this.brigades = brigades;
        this.rulings = rulings;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        // The first rule that finds a vote names the reason.
        rules = List.of(
                new Rule("shared_network", queries::ofOneNetwork),
                new Rule("serial_voting", queries::ofSerialVoting),
                new Rule("young_cohort", queries::ofNewVoters));
    }

    /// Looks, unless nothing was counted since the last time: then there is nothing new to find.
    void lookIfNeeded() {
        long counted = queries.counted();
        if (counted == looked && !brigades.anyOver(clock.instant())) {
            return;
        }
        if (Boolean.TRUE.equals(transactions.execute(_ -> look()))) {
            looked = counted;
        }
    }

    /// @return whether everything there was is decided
    private boolean look() {
        if (!rulings.tryTurn()) {
            return false;
        }
        Instant now = clock.instant();
        boolean complete = true;
        for (Rule rule : settings.enabled() ? rules : List.<Rule>of()) {
            List<VoteAt> suspects = rule.suspects().apply(settings, now);
            new TreeMap<>(suspects.stream().collect(groupingBy(VoteAt::toolId)))
                    .forEach((tool, votes) -> rulings.decide(held(tool, rule.reason(), now), votes));
            complete &= suspects.size() < settings.mostRulings();
        }
        flag(now);
        return complete;
    }

    private static Decision held(UUID tool, String reason, Instant now) {
        return new Decision(tool, RulingKind.HELD, reason, "rule:" + reason, "", now);
    }

    private List<UUID> bursting(Instant now) {
        return settings.enabled() ? queries.bursting(settings, now) : List.of();
    }

    private void flag(Instant now) {
        List<UUID> raised = brigades.raise(bursting(now), now, now.plus(settings.brigadeLasts()));
        List<UUID> lowered = brigades.lower(now);
        var changed = new ArrayList<UUID>(raised);
        changed.addAll(lowered);
        if (!changed.isEmpty()) {
            brigades.publishAgain(changed);
            log.info("brigade flags changed raised={} lowered={}", raised, lowered);
        }
    }
}
