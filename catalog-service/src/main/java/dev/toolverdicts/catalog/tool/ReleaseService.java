package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.messaging.Ids;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Keeps the releases of tools. Each change of them is a version of the tool, whose event tells of
/// the latest.
@Service
class ReleaseService {

    private static final Logger log = LoggerFactory.getLogger(ReleaseService.class);
    private static final IfMatch ANY = new IfMatch("*");

    private final ToolService service;
    private final ToolRepository tools;
    private final ReleaseRepository releases;
    private final Ids ids;

    ReleaseService(ToolService service, ToolRepository tools, ReleaseRepository releases, Ids ids) {
        this.service = service;
        this.tools = tools;
        this.releases = releases;
        this.ids = ids;
    }

    /// @param isNew whether the tool had no release with this label
    record Kept(ToolRelease release, ToolView tool, boolean isNew) {}

    /// The same again changes nothing.
    ///
    /// @param editor the subject of the caller's token
    @Transactional
    Kept keep(String slug, String label, JsonNode body, String editor) {
        Instant now = service.now();
        ReleaseBody draft = ReleaseBody.parse(label, body, now);
        Tool tool = service.locked(slug, ANY);
        Optional<ToolRelease> known = releases.find(tool.toolId(), label);
        ToolRelease release = new ToolRelease(
                known.map(ToolRelease::releaseId).orElseGet(ids::next),
                known.map(ToolRelease::label).orElse(label),
                draft.releasedOn(),
                draft.sourceUrl());
        if (known.isPresent() && known.get().equals(release)) {
            return new Kept(release, service.view(tool), false);
        }
        releases.save(tool.toolId(), release, now);
        service.note(editor, "release-keep", subject(tool), release.label());
        log.info("event=release_kept toolId={} releaseId={}", tool.toolId(), release.releaseId());
        return new Kept(release, raise(tool, now), known.isEmpty());
    }

    @Transactional
    ToolView remove(String slug, String label, String editor) {
        Tool tool = service.locked(slug, ANY);
        ToolRelease release = releases.find(tool.toolId(), label).orElseThrow(ReleaseNotFound::new);
        releases.remove(release.releaseId());
        service.note(editor, "release-remove", subject(tool), release.label());
        log.info("event=release_removed toolId={} releaseId={}", tool.toolId(), release.releaseId());
        return raise(tool, service.now());
    }

    private static String subject(Tool tool) {
        return "tool:" + tool.text().slug();
    }

    /// Reads the tool again, since which release is the latest may have changed.
    private ToolView raise(Tool tool, Instant now) {
        Tool raised = tools.lock(tool.toolId()).orElseThrow().raised(now);
        tools.update(raised);
        return service.publish(raised);
    }
}
