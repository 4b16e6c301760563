package dev.toolverdicts.vote.ranking;

import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// The places of a window as its counted votes give them now.
final class Standings {

    private final StandingQueries queries;
    private final KnownTools tools;
    private final RankingSettings settings;
    private final Board board;
    private final Momentum momentum;

    Standings(StandingQueries queries, KnownTools tools, RankingSettings settings) {
        this.queries = queries;
        this.tools = tools;
        this.settings = settings;
        board = new Board(settings);
        momentum = new Momentum(settings);
    }

    Board.Places of(Window window, Instant now) {
        List<Contender> contenders = contenders(counted(window));
        Map<UUID, Double> shifts = momenta(contenders, lastDay(window, now));
        return switch (window.period()) {
            case TRENDING -> board.trending(contenders, shifts, queries.brigaded(), now);
            // Only here do places mean "new": when the day is over they are earned.
            case DAY -> window.isOver(now) ? board.best(contenders, shifts) : board.best(contenders, shifts, now);
            case WEEK, MONTH, ALL -> board.best(contenders, shifts);
        };
    }

    private List<StandingQueries.Counted> counted(Window window) {
        LocalDate from = window.from();
        LocalDate to = window.to();
        return from == null || to == null ? queries.all() : queries.between(from, to);
    }

    /// Tools that are gone or that the catalog does not know have no place.
    private List<Contender> contenders(List<StandingQueries.Counted> counted) {
        return counted.stream().flatMap(this::contender).toList();
    }

    private Stream<Contender> contender(StandingQueries.Counted votes) {
        return tools.find(votes.toolId()).filter(KnownTool::contends).map(tool -> contender(tool, votes)).stream();
    }

    private Contender contender(KnownTool tool, StandingQueries.Counted votes) {
        return new Contender(
                tool.toolId(),
                tool.slug(),
                tool.createdAt(),
                votes.ships(),
                votes.skips(),
                Wilson.of(votes.ships(), votes.ships() + votes.skips(), settings.z()));
    }

    private static LocalDate lastDay(Window window, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate to = window.to();
        return to == null || to.isAfter(today) ? today : to.minusDays(1);
    }

    private Map<UUID, Double> momenta(Collection<Contender> contenders, LocalDate lastDay) {
        var momenta = new HashMap<UUID, Double>();
        List<UUID> ids = contenders.stream().map(Contender::toolId).toList();
        queries.shifts(ids, lastDay.minusDays(settings.momentumDays() - 1L), lastDay.plusDays(1))
                .forEach((tool, shift) -> {
                    Double z = momentum.of(shift.recent(), shift.earlier());
                    if (z != null) {
                        momenta.put(tool, z);
                    }
                });
        return momenta;
    }
}
