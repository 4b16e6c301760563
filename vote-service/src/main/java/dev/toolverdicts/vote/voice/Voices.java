package dev.toolverdicts.vote.voice;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what voters say with their votes. What is answered is stored, and repeating it changes
/// nothing. It becomes public by [VoiceSums] alone, a moment later.
public final class Voices {

    private final VoiceRepository voices;
    private final ToolVoiceRepository tools;
    private final VoiceQueries queries;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Voices(
            VoiceRepository voices,
            ToolVoiceRepository tools,
            VoiceQueries queries,
            TransactionTemplate transactions,
            Clock clock) {
        this.voices = voices;
        this.tools = tools;
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param ballot the voter's latest; null for none
    /// @return how it is stored
    OwnVoice give(UUID voterId, UUID toolId, Said said, @Nullable Ballot ballot) {
        if (said.isNothing()) {
            takeBack(voterId, toolId);
            return OwnVoice.NONE;
        }
        if (ballot == null || !ballot.stands()) {
            throw new VoteFirst();
        }
        return put(voterId, toolId, said, ballot);
    }

    private OwnVoice put(UUID voterId, UUID toolId, Said said, Ballot with) {
        return requireNonNull(transactions.execute(_ -> {
            tools.touch(List.of(toolId));
            voices.put(voterId, toolId, said, with, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return queries.own(voterId, Map.of(toolId, with.choice())).getOrDefault(toolId, OwnVoice.NONE);
        }));
    }

    private void takeBack(UUID voterId, UUID toolId) {
        transactions.executeWithoutResult(_ -> {
            tools.touch(List.of(toolId));
            voices.remove(voterId, List.of(toolId));
        });
    }

    /// Deletes all that a voter has said until then.
    public void deleteAll(UUID voterId, Instant until) {
        transactions.executeWithoutResult(_ -> {
            tools.touch(toolsOf(voterId, until));
            // What was said anew until its tool was locked stays.
            voices.remove(voterId, toolsOf(voterId, until));
        });
    }

    private List<UUID> toolsOf(UUID voterId, Instant until) {
        return of(voterId).stream()
                .filter(voice -> !voice.givenAt().isAfter(until))
                .map(StoredVoice::toolId)
                .toList();
    }

    /// All that a voter has said, the latest first.
    public List<StoredVoice> of(UUID voterId) {
        return queries.of(voterId);
    }

    /// @return of these voters those who have said something, and when that which is oldest was said
    public Map<UUID, Instant> oldest(Collection<UUID> voters) {
        return queries.oldest(voters);
    }

    /// Reasons for moderators, the one that came first first.
    ///
    /// @param after the number of the last one of the page before, 0 for the first page
    public List<GivenReason> reasons(ReasonState state, long after, int most) {
        return queries.reasons(state, after, most);
    }

    /// A moderator's decision; joins the caller's transaction.
    ///
    /// @return false when there is nothing to decide: the reason was changed or taken back, or
    ///     stands like that already
    public boolean decide(long reasonNumber, ReasonState state) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<UUID> tool = queries.toolOf(reasonNumber);
            tool.ifPresent(it -> tools.touch(List.of(it)));
            return tool.isPresent() && voices.decide(reasonNumber, state);
        }));
    }
}
