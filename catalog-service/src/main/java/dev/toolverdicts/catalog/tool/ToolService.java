package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.category.Category;
import dev.toolverdicts.catalog.category.CategoryQueries;
import dev.toolverdicts.catalog.web.Missing;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Adds and changes tools; every change leaves with its event in one transaction.
@Service
class ToolService implements PublishedState {

    private static final Logger log = LoggerFactory.getLogger(ToolService.class);
    private static final UUID NOBODY = new UUID(0, 0);

    private final ToolRepository tools;
    private final IdempotencyRepository answers;
    private final CategoryQueries categories;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    ToolService(
            ToolRepository tools,
            IdempotencyRepository answers,
            CategoryQueries categories,
            Outbox outbox,
            Clock clock,
            Ids ids) {
        this.tools = tools;
        this.answers = answers;
        this.categories = categories;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /// Who asks, under which key, with which body.
    record Request(String subject, @Nullable String key, byte[] bodyHash) {}

    /// What a creation answers, the first time and every repeated time.
    record Created(String slug, long version) {}

    @Transactional
    Created add(JsonNode body, Request request) {
        if (request.key() == null) {
            return add(body);
        }
        if (!answers.enter(request.subject(), request.key())) {
            throw new RequestInFlight();
        }
        Optional<IdempotencyRepository.Answer> earlier = answers.find(request.subject(), request.key(), now());
        if (earlier.isPresent()) {
            if (!Arrays.equals(earlier.get().bodyHash(), request.bodyHash())) {
                throw new KeyReused();
            }
            return new Created(earlier.get().slug(), earlier.get().version());
        }
        Created created = add(body);
        answers.remember(
                request.subject(),
                request.key(),
                new IdempotencyRepository.Answer(request.bodyHash(), created.slug(), created.version()),
                now());
        return created;
    }

    private Created add(JsonNode body) {
        ToolText text = parse(body);
        refuseConflict(NOBODY, text);
        Tool tool = Tool.first(ids.next(), text, now());
        if (!tools.insert(tool)) {
            // Somebody was faster; what they wrote is committed, since the insert waited for it.
            refuseConflict(NOBODY, text);
            throw new ToolTaken(text.slug());
        }
        publish(tool);
        log.info("tool added toolId={} slug={}", tool.toolId(), text.slug());
        return new Created(text.slug(), tool.version());
    }

    /// @param holds whether a version is the one the caller has seen
    @Transactional
    Tool change(String slug, JsonNode body, LongPredicate holds) {
        UUID id = tools.idBySlug(slug).orElseThrow(ToolService::unknown);
        Tool tool =
                tools.lock(id).filter(found -> found.text().slug().equals(slug)).orElseThrow(ToolService::unknown);
        if (!holds.test(tool.version())) {
            throw new StaleTool(tool.version());
        }
        ToolText text = keepSlug(parse(body), body, slug);
        if (text.equals(tool.text())) {
            return tool;
        }
        refuseConflict(id, text);
        Tool changed = tool.changed(text, now());
        tools.update(changed);
        if (!tools.claim(changed)) {
            throw new ToolTaken(text.slug());
        }
        publish(changed);
        log.info("tool changed toolId={} slug={} version={}", id, text.slug(), changed.version());
        return changed;
    }

    /// A change without a slug keeps the address, whatever the new name is.
    private static ToolText keepSlug(ToolText text, JsonNode body, String slug) {
        return body.hasNonNull("slug")
                ? text
                : new ToolText(
                        slug,
                        text.name(),
                        text.tagline(),
                        text.summary(),
                        text.category(),
                        text.tags(),
                        text.websiteUrl(),
                        text.status(),
                        text.pricing(),
                        text.licenseSpdx(),
                        text.licenseClass(),
                        text.bestFor(),
                        text.notFor());
    }

    private ToolText parse(JsonNode body) {
        Set<String> keys = categories.all().stream().map(Category::key).collect(Collectors.toUnmodifiableSet());
        return ToolBody.parse(body, keys, now());
    }

    private void refuseConflict(UUID self, ToolText text) {
        tools.conflict(self, text.slug(), Slug.identity(text.name())).ifPresent(existing -> {
            throw new ToolTaken(existing);
        });
    }

    private void publish(Tool tool) {
        Category category = categories.byKey(tool.text().category()).orElseThrow();
        outbox.append(ToolEvent.of(tool, category).event());
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

    private static Missing unknown() {
        return new Missing("tool-not-found", "No tool has this address.");
    }

    /// Microseconds, as the database keeps them: what is answered is what is stored.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
