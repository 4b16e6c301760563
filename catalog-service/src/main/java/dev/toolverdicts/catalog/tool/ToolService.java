package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.card.ToolNotFound;
import dev.toolverdicts.catalog.category.Category;
import dev.toolverdicts.catalog.category.CategoryQueries;
import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.messaging.OperationAudit;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import dev.toolverdicts.platform.web.KeyReused;
import dev.toolverdicts.platform.web.RequestInFlight;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Adds and changes tools; every change leaves with its event, and is noted with who made it, in one
/// transaction.
@Service
class ToolService implements PublishedState {

    private static final Logger log = LoggerFactory.getLogger(ToolService.class);
    private static final UUID NOBODY = new UUID(0, 0);

    private static final int MOST_WARNED_OF = 5;

    private final ToolRepository tools;
    private final FactChangeRepository changes;
    private final IdempotencyRepository answers;
    private final CategoryQueries categories;
    private final Outbox outbox;
    private final OperationAudit audit;
    private final JsonMapper json;
    private final Clock clock;
    private final Ids ids;

    ToolService(
            ToolRepository tools,
            FactChangeRepository changes,
            IdempotencyRepository answers,
            CategoryQueries categories,
            Outbox outbox,
            OperationAudit audit,
            JsonMapper json,
            Clock clock,
            Ids ids) {
        this.tools = tools;
        this.changes = changes;
        this.answers = answers;
        this.categories = categories;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    /// Who asks, under which key, with which body.
    record Request(String subject, @Nullable String key, byte[] bodyHash) {}

    /// @return what the creation answers, the first time and every repeated time
    @Transactional
    ToolView add(JsonNode body, Request request) {
        if (request.key() == null) {
            return add(body, request.subject());
        }
        if (!answers.enter(request.subject(), request.key())) {
            throw new RequestInFlight();
        }
        Optional<IdempotencyRepository.Answer> earlier = answers.find(request.subject(), request.key(), now());
        if (earlier.isPresent()) {
            return repeated(earlier.get(), request);
        }
        ToolView added = add(body, request.subject());
        answers.remember(
                request.subject(),
                request.key(),
                new IdempotencyRepository.Answer(request.bodyHash(), json.writeValueAsString(added)),
                now());
        return added;
    }

    private ToolView repeated(IdempotencyRepository.Answer earlier, Request request) {
        if (!Arrays.equals(earlier.bodyHash(), request.bodyHash())) {
            throw new KeyReused();
        }
        return json.readValue(earlier.body(), ToolView.class);
    }

    private ToolView add(JsonNode body, String editor) {
        Instant now = now();
        ToolBody.Written written = parse(body, null);
        ToolText text = written.text();
        refuseConflict(NOBODY, text, repository(text));
        Tool tool = Tool.first(ids.next(), text, now).resting(ToolFacts.first(text, written.wishes(), editor, now));
        tools.insert(tool);
        ToolView added = publish(tool);
        note(editor, "tool-add", tool);
        log.info("event=tool_added toolId={} slug={}", tool.toolId(), text.slug());
        return added.warning(warnings(tool));
    }

    /// @param seen what the caller has seen
    /// @param editor the subject of the caller's token
    @Transactional
    ToolView change(String slug, JsonNode body, IfMatch seen, String editor) {
        Tool tool = locked(slug, seen);
        ToolBody.Written written = parse(body, slug);
        ToolText text = written.text();
        Instant now = now();
        ToolFacts facts = tool.facts().next(tool.text(), text, written.wishes(), editor, now);
        if (text.equals(tool.text()) && facts.equals(tool.facts())) {
            return view(tool).warning(warnings(tool));
        }
        String repository = repository(text);
        refuseConflict(tool.toolId(), text, Objects.equals(repository, repository(tool.text())) ? null : repository);
        Tool changed = tool.changed(text, now).resting(facts);
        tools.update(changed);
        changes.add(changed, FactKind.changes(tool, changed), editor);
        ToolView view = publish(changed);
        note(editor, "tool-change", changed);
        log.info("event=tool_changed toolId={} slug={} version={}", changed.toolId(), text.slug(), changed.version());
        return view.warning(warnings(changed));
    }

    private static @Nullable String repository(ToolText text) {
        return SourceCode.identity(text.repoUrl(), text.websiteUrl());
    }

    private List<Warning> warnings(Tool tool) {
        return warnings(tool.toolId(), tool.text().websiteUrl());
    }

    /// What an editor of this tool may have missed.
    List<Warning> warnings(UUID toolId, @Nullable String websiteUrl) {
        String domain = SourceCode.domain(websiteUrl);
        return domain == null ? List.of() : Warning.ofDomain(tools.sharing(toolId, domain, MOST_WARNED_OF));
    }

    private void note(String editor, String action, Tool tool) {
        note(editor, action, "tool:" + tool.text().slug(), "version " + tool.version());
    }

    /// What an editor does is noted in the transaction of the act.
    void note(String editor, String action, String subject, @Nullable String detail) {
        audit.note(new Act(editor, "an editor's work, which asks for no reason"), action, subject, detail);
    }

    /// Holds the tool until the transaction ends.
    ///
    /// @param seen what the caller has seen
    Tool locked(String slug, IfMatch seen) {
        Tool tool = tools.idBySlug(slug)
                .flatMap(tools::lock)
                .filter(found -> found.text().slug().equals(slug))
                .orElseThrow(() -> absent(slug));
        if (!seen.holds(tool.version())) {
            throw new StaleTool(tool.version());
        }
        return tool;
    }

    private ToolBody.Written parse(JsonNode body, @Nullable String presentSlug) {
        Set<String> keys = categories.all().stream().map(Category::key).collect(Collectors.toUnmodifiableSet());
        return ToolBody.parse(body, presentSlug, keys, now());
    }

    /// @param repository null when it is the same as before: two tools may have shared one for long
    private void refuseConflict(UUID self, ToolText text, @Nullable String repository) {
        String identity = Slug.identity(text.name());
        tools.reserve(text.slug(), identity, repository);
        tools.conflict(self, text.slug(), identity, repository).ifPresent(existing -> {
            throw new ToolTaken(existing);
        });
    }

    ToolView view(Tool tool) {
        return ToolView.of(tool, category(tool));
    }

    /// In the transaction that stores it.
    ToolView publish(Tool tool) {
        Category category = category(tool);
        outbox.append(new Event(
                ToolEvent.TOPIC,
                tool.toolId().toString(),
                ToolEvent.TYPE,
                tool.version(),
                ToolEvent.of(tool, category)));
        return ToolView.of(tool, category);
    }

    private Category category(Tool tool) {
        return categories.byKey(tool.text().category()).orElseThrow();
    }

    @Override
    public String topic() {
        return ToolEvent.TOPIC;
    }

    @Override
    public Map<String, Long> versions() {
        return tools.versions();
    }

    @Override
    @Transactional
    public void append(Collection<String> keys) {
        for (String key : new TreeSet<>(keys)) {
            tools.lock(UUID.fromString(key)).ifPresent(this::publish);
        }
    }

    private RuntimeException absent(String slug) {
        Optional<String> current = tools.currentSlug(slug);
        return current.isPresent() ? new ToolRenamed(current.get()) : new ToolNotFound();
    }

    /// Microseconds, as the database keeps them: what is answered is what is stored.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
