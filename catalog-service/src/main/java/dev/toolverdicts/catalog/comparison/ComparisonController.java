package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.Moved;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Comparisons")
class ComparisonController {

    private final ComparisonQueries comparisons;

    ComparisonController(ComparisonQueries comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping(path = "/api/v1/comparisons/{pair}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Two to five tools side by side, at {a}-vs-{b} or {a}-vs-{b}-vs-{c}")
    @Answers({301, 400})
    ResponseEntity<Comparison> comparison(
            @PathVariable String pair,
            @Parameter(
                            description =
                                    "How often a critic counts, 0 to 3, as in builder.2; once where nothing is said."
                                            + " With other than equal weights the answer has byWeights and the best tool first.")
                    @RequestParam(name = "weight", required = false)
                    @Nullable
                    List<String> weights) {
        return switch (comparisons.find(pair)) {
            case Found.Compared found -> {
                Comparison comparison = comparisons.weighed(found.comparison(), weights);
                yield ContentTag.answer(comparison.etag()).body(comparison);
            }
            case Found.Moved moved ->
                Moved.to("/api/v1/comparisons/" + moved.pairKey() + WeightParameters.asGiven(weights));
            case Found.SameTool same -> Moved.to("/api/v1/tools/" + same.slug());
            case Found.Unknown _ -> throw new ComparisonNotFound();
        };
    }
}
