package dev.toolverdicts.review.helpful;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.description.Answers;
import dev.toolverdicts.review.critic.CriticNotFound;
import dev.toolverdicts.review.critic.CriticQueries;
import dev.toolverdicts.review.knowntool.KnownTool;
import dev.toolverdicts.review.knowntool.KnownTools;
import dev.toolverdicts.review.review.ReviewNotFound;
import dev.toolverdicts.review.review.ToolNotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(path = "/api/v1/tools/{slug}/reviews/{criticKey}/helpful", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reviews")
class HelpfulController {

    /// An answer as it is sent.
    record HelpfulAnswer(Answer helpful) {}

    private final KnownTools tools;
    private final CriticQueries critics;
    private final HelpfulQueries queries;
    private final HelpfulService answers;
    private final VoterClient voters;

    HelpfulController(
            KnownTools tools,
            CriticQueries critics,
            HelpfulQueries queries,
            HelpfulService answers,
            VoterClient voters) {
        this.tools = tools;
        this.critics = critics;
        this.queries = queries;
        this.answers = answers;
        this.voters = voters;
    }

    @GetMapping
    @Operation(summary = "Whether readers find a review helpful, and what the asking voter said")
    @Answers(410)
    ResponseEntity<Helpful> helpful(
            @PathVariable String slug,
            @PathVariable String criticKey,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable
                    String cookies) {
        UUID toolId = known(slug, criticKey);
        Voter voter = voters.voter(cookies);
        return answer(voter, queries.find(toolId, criticKey, voter.key()).orElseThrow(ReviewNotFound::new));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Say whether a review was helpful; one answer per voter, which may change",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = HelpfulAnswer.class))))
    @Answers(410)
    ResponseEntity<Helpful> say(
            @PathVariable String slug,
            @PathVariable String criticKey,
            @RequestBody JsonNode body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable
                    String cookies) {
        Answer answer = Answer.of(body.path("helpful").asString(""))
                .orElseThrow(() -> InvalidInput.of("/helpful", "must be \"yes\" or \"no\""));
        return change(slug, criticKey, cookies, answer);
    }

    @DeleteMapping
    @Operation(summary = "Take the own answer back")
    @Answers(410)
    ResponseEntity<Helpful> takeBack(
            @PathVariable String slug,
            @PathVariable String criticKey,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable
                    String cookies) {
        return change(slug, criticKey, cookies, null);
    }

    private ResponseEntity<Helpful> change(
            String slug, String criticKey, @Nullable String cookies, @Nullable Answer answer) {
        UUID toolId = known(slug, criticKey);
        Voter voter = voters.voter(cookies);
        return answer(voter, answers.answer(toolId, criticKey, voter, answer));
    }

    private UUID known(String slug, String criticKey) {
        if (critics.find(criticKey).isEmpty()) {
            throw new CriticNotFound();
        }
        return tools.shown(slug).map(KnownTool::toolId).orElseThrow(ToolNotFound::new);
    }

    private static ResponseEntity<Helpful> answer(Voter voter, Helpful helpful) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .headers(headers -> voter.cookies().forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie)))
                .body(helpful);
    }
}
