package dev.toolverdicts.vote.dataset;

import dev.toolverdicts.platform.keptfiles.DayFiles;
import dev.toolverdicts.platform.keptfiles.KeptFileRepository;
import dev.toolverdicts.platform.keptfiles.RowFiles;
import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.ranking.Contender;
import dev.toolverdicts.vote.ranking.RankingSettings;
import dev.toolverdicts.vote.ranking.Share;
import dev.toolverdicts.vote.ranking.Wilson;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// Makes a day's files: votes and board in one snapshot, so that the board follows from the votes
/// beside it.
public class VoteDataset {

    private static final int SALT = 32;
    private static final List<String> VOTES = List.of("tool", "toolId", "voter", "choice", "day");
    private static final List<String> BOARD =
            List.of("place", "tool", "toolId", "ships", "skips", "pct", "wilsonLow", "wilsonHigh", "toolCreatedAt");

    private final KeptFileRepository files;
    private final BallotQueries ballots;
    private final KnownTools tools;
    private final RankingSettings ranking;
    private final DatasetSettings settings;
    private final JsonMapper json;
    private final DayFiles days;
    private final SecureRandom random = new SecureRandom();

    VoteDataset(
            KeptFileRepository files,
            BallotQueries ballots,
            KnownTools tools,
            RankingSettings ranking,
            DatasetSettings settings,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.ballots = ballots;
        this.tools = tools;
        this.ranking = ranking;
        this.settings = settings;
        this.json = json;
        days = new DayFiles(files, settings.keptDays(), transactions);
    }

    /// @return whether this call has made them; false when they are there, or another copy is at it
    public boolean make(LocalDate day, Instant now) {
        return days.make(day, now, () -> write(day));
    }

    private void write(LocalDate day) {
        List<Contender> shown = ballots.counts().stream()
                .flatMap(count -> shown(count.toolId()).map(tool -> contender(tool, count)).stream())
                .sorted(Contender.BEST)
                .toList();
        writeBoard(day, shown);
        writeVotes(day, shown.stream().collect(Collectors.toMap(Contender::toolId, Function.identity())));
    }

    private Optional<KnownTool> shown(UUID toolId) {
        return tools.find(toolId).filter(tool -> tool.takenDown() == null);
    }

    private Contender contender(KnownTool tool, BallotQueries.Count count) {
        return new Contender(
                tool.toolId(),
                tool.slug(),
                tool.createdAt(),
                count.ships(),
                count.skips(),
                Wilson.of(count.ships(), count.ships() + count.skips(), ranking.z()));
    }

    /// What is discontinued has votes and no place.
    private void writeBoard(LocalDate day, List<Contender> shown) {
        try (RowFiles rows = RowFiles.open(files, day, "leaderboard", BOARD, json)) {
            int place = 0;
            for (Contender tool : shown) {
                boolean contends =
                        shown(tool.toolId()).filter(KnownTool::contends).isPresent();
                place += contends ? 1 : 0;
                rows.add(
                        contends ? place : null,
                        tool.slug(),
                        tool.toolId(),
                        tool.ships(),
                        tool.skips(),
                        Share.pct(tool.ships(), tool.votes()),
                        tool.interval().low(),
                        tool.interval().high(),
                        tool.createdAt());
            }
        }
    }

    private void writeVotes(LocalDate day, Map<UUID, Contender> shown) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        try (RowFiles rows = RowFiles.open(files, day, "votes", VOTES, json)) {
            ballots.each(salt, shown.keySet(), settings.smallest(), ballot -> {
                Contender tool = shown.get(ballot.toolId());
                if (tool != null) {
                    rows.add(tool.slug(), ballot.toolId(), ballot.voter(), ballot.choice(), ballot.day());
                }
            });
        }
    }
}
