package dev.toolverdicts.catalog.critic;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.CardQueries.WithTakes;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.Moved;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What follows from reviews, votes and categories together, which the panel's own service does not
/// have.
@RestController
@Tag(name = "Critics")
class CriticController {

    private final CriticQueries critics;
    private final CardQueries cards;
    private final ContentTag tag;

    CriticController(CriticQueries critics, CardQueries cards, ContentTag tag) {
        this.critics = critics;
        this.cards = cards;
        this.tag = tag;
    }

    record AssignedCritics(String slug, int quorum, List<Assignment.Assigned> assigned, Instant asOf) {}

    @GetMapping(path = "/api/v1/critics/{key}/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What a critic's verdicts add up to, in all and by category")
    ResponseEntity<CriticStatistics> statistics(@PathVariable String key) {
        return tag.ok(critics.statistics(critics.byKey(key).orElseThrow(CriticNotFound::new)));
    }

    @GetMapping(path = "/api/v1/tools/{slug}/assignment", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Who of the panel is to review a tool, by its category, and who has")
    @Answers({301, 410})
    ResponseEntity<AssignedCritics> assignment(@PathVariable String slug) {
        WithTakes found = cards.withTakes(List.of(slug)).stream().findFirst().orElse(null);
        if (found == null) {
            return Moved.to(path(cards.movedTo(slug)));
        }
        ToolCard tool = found.card();
        Assignment assignment = Assignment.of(tool, found.takes(), critics.all());
        return tag.ok(new AssignedCritics(tool.slug(), tool.panel().quorum(), assignment.assigned(), tool.asOf()));
    }

    private static String path(String slug) {
        return "/api/v1/tools/" + slug + "/assignment";
    }
}
