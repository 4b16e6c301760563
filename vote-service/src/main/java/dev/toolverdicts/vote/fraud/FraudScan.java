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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// One look at the votes of the last minutes, and at those of minutes before that were counted only now. Every rule's
/// decisions and flags as of one moment are one transaction, and only one copy looks at a time.
final class FraudScan {

    private static final Logger log = LoggerFactory.getLogger(FraudScan.class);

    private record Rule(String reason, BiFunction<FraudSettings, Instant, List<VoteAt>> suspects) {}

    private final List<Rule> rules;
    private final FraudQueries queries;
    private final RushQueries rushes;
    private final BrigadeRepository brigades;
    private final JudgedRepository judged;
    private final Rulings rulings;
    private final TransactionTemplate transactions;
    private final Supplier<Instant> countedUntil;
    private final FraudSettings settings;
    private final Clock clock;
    private long looked = -1;

    /// @param countedUntil up to when every accepted vote is counted
    FraudScan(
            FraudQueries queries,
            RushQueries rushes,
            BrigadeRepository brigades,
            JudgedRepository judged,
            Rulings rulings,
            TransactionTemplate transactions,
            Supplier<Instant> countedUntil,
            FraudSettings settings,
            Clock clock) {
        this.queries = queries;
        this.rushes = rushes;
        this.brigades = brigades;
        this.judged = judged;
        this.rulings = rulings;
        this.transactions = transactions;
        this.countedUntil = countedUntil;
        this.settings = settings;
        this.clock = clock;
        // The first rule that finds a vote names the reason.
        rules = List.of(
                new Rule("shared_network", queries::ofOneNetwork),
                new Rule("serial_voting", queries::ofSerialVoting),
                new Rule("single_referrer", rushes::ofOneSite),
                new Rule("young_cohort", queries::ofNewVoters),
                new Rule("dormant_voters", queries::ofDormantVoters));
    }

    /// Looks, unless nothing was counted since the last time: then there is nothing new to find.
    void lookIfNeeded() {
        long counted = queries.counted();
        Instant now = clock.instant();
        boolean nothingNew = counted == looked && !brigades.anyOver(now);
        boolean present = nothingNew || inTurn(() -> look(now));
        if (present) {
            looked = counted;
        }
        catchUp(now, present);
    }

    private boolean look(Instant now) {
        boolean complete = judge(now);
        flag(now);
        return complete;
    }

    /// Windows end now, so a vote that is counted when its minutes are over is in none of them. When all that was
    /// accepted up to some moment is counted, the minutes up to there are gone through again, in steps, from where
    /// that ended before. Mostly they are fewer than one step, and the look at the present has seen them.
    ///
    /// @param present whether the look at the present has decided all it found
    private void catchUp(Instant now, boolean present) {
        Instant until = countedUntil.get();
        Instant furthest = now.minus(settings.catchesUp());
        if (until.isBefore(furthest)) {
            return;
        }
        Instant from = judged.since(until);
        Instant done = from.isBefore(furthest) ? furthest : from;
        boolean complete = true;
        for (Instant next = done.plus(settings.step());
                complete && !next.isAfter(until);
                next = next.plus(settings.step())) {
            Instant at = next;
            complete = !queries.anyCast(done, at) || inTurn(() -> judge(at));
            done = complete ? at : done;
        }
        boolean upToDate = present && complete && !now.isAfter(until.plus(settings.step()));
        judged.until(upToDate ? until : done);
    }

    private boolean inTurn(BooleanSupplier work) {
        return Boolean.TRUE.equals(transactions.execute(_ -> rulings.tryTurn() && work.getAsBoolean()));
    }

    /// @return whether everything there was in the windows that end then is decided
    private boolean judge(Instant at) {
        Instant now = clock.instant();
        boolean complete = true;
        for (Rule rule : settings.enabled() ? rules : List.<Rule>of()) {
            List<VoteAt> suspects = rule.suspects().apply(settings, at);
            new TreeMap<>(suspects.stream().collect(groupingBy(VoteAt::toolId)))
                    .forEach((tool, votes) -> rulings.decide(held(tool, rule.reason(), now), votes));
            complete &= suspects.size() < settings.mostRulings();
        }
        return complete;
    }

    private static Decision held(UUID tool, String reason, Instant now) {
        return new Decision(tool, RulingKind.HELD, reason, "rule:" + reason, "", now);
    }

    private List<UUID> bursting(Instant now) {
        return settings.enabled() ? rushes.bursting(settings, now) : List.of();
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
