package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.newsletter.digest.IsoWeek;
import dev.toolverdicts.newsletter.idempotency.Idempotency;
import dev.toolverdicts.newsletter.idempotency.KeyedRequest;
import dev.toolverdicts.platform.messaging.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Drafts the week's issue from what has not been told, and takes the editor's changes.
@Service
public class DraftService {

    private final IssueRepository issues;
    private final EntryRepository entries;
    private final NewsQueries news;
    private final Idempotency idempotency;
    private final DraftTurnRepository turns;
    private final IssueRenderer renderer;
    private final IssueJournal journal;
    private final Ids ids;
    private final Clock clock;

    DraftService(
            IssueRepository issues,
            EntryRepository entries,
            NewsQueries news,
            Idempotency idempotency,
            DraftTurnRepository turns,
            IssueRenderer renderer,
            IssueJournal journal,
            Ids ids,
            Clock clock) {
        this.issues = issues;
        this.entries = entries;
        this.news = news;
        this.idempotency = idempotency;
        this.turns = turns;
        this.renderer = renderer;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param isNew whether this request, or the first with its key, made the draft
    public record Drafted(Issue issue, boolean isNew) {}

    /// What is kept of a request with a key.
    private record Answered(UUID issueId, boolean made) {}

    /// The draft of this week, made now or before.
    ///
    /// @param request null for one without a key
    @Transactional
    public Drafted draft(String author, @Nullable KeyedRequest request) {
        Answered answered = idempotency.once(request, Answered.class, () -> {
            Drafted drafted = draft(author);
            return new Answered(drafted.issue().id(), drafted.isNew());
        });
        return new Drafted(issues.byId(answered.issueId()).orElseThrow(IssueNotFound::new), answered.made());
    }

    private Drafted draft(String author) {
        // One at a time: two copies whose clocks name two weeks must not tell the same news in both.
        turns.take();
        Instant now = now();
        String week = IsoWeek.of(now).toString();
        Optional<Issue> existing = issues.byWeek(week);
        if (existing.isPresent()) {
            return existing(existing.get());
        }
        List<IssueEntry> told = told();
        Issue issue = Issue.drafted(ids.next(), week, Headline.subject(Headline.of(leading(told))), author, now);
        if (!issues.insert(issue, renderer.render(issue, told))) {
            return existing(issues.byWeek(week).orElseThrow());
        }
        entries.insert(issue.id(), told);
        entries.keepTallies(issue.id());
        journal.write(issue, null, author, "draft", null);
        return new Drafted(issue, true);
    }

    private static Drafted existing(Issue issue) {
        if (issue.status() != IssueStatus.DRAFT) {
            throw new WeekTaken(issue);
        }
        return new Drafted(issue, false);
    }

    private List<IssueEntry> told() {
        List<Told> all = new ArrayList<>(news.news());
        if (all.isEmpty()) {
            throw new NothingNew();
        }
        List<UUID> inTheNews = all.stream().map(Told::toolId).distinct().toList();
        news.gap().ifPresent(all::add);
        all.addAll(news.movers());
        news.comparison(inTheNews).ifPresent(all::add);
        return Draft.of(all);
    }

    private static IssueEntry leading(List<IssueEntry> told) {
        return told.stream().filter(entry -> !entry.dropped()).findFirst().orElseThrow();
    }

    /// @param seen what the editor has seen
    @Transactional
    public Issue edit(UUID id, Edit edit, IfMatch seen, String editor) {
        Issue issue = issues.lock(id).orElseThrow(IssueNotFound::new);
        if (!seen.holds(issue.version())) {
            throw new StaleIssue(issue.version());
        }
        if (issue.status() != IssueStatus.DRAFT) {
            throw new NoDraft(issue.status());
        }
        List<IssueEntry> arranged = edit.arrange(entries.of(id));
        Issue edited = issue.edited(edit.subject(), edit.intro(), now());
        entries.arrange(id, arranged);
        issues.save(id, renderer.render(edited, arranged));
        journal.write(edited, issue.status(), editor, "edit", null);
        return edited;
    }

    /// Microseconds, as the database keeps them: what is answered is what is stored.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
