package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.catalog.card.ToolTakenDown;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.ComparisonNotFound;
import dev.toolverdicts.catalog.comparison.Found;
import dev.toolverdicts.catalog.comparison.Weighing;
import dev.toolverdicts.catalog.comparison.WeightParameters;
import dev.toolverdicts.platform.web.Problem;
import dev.toolverdicts.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A comparison as a file: what its page says, with its time and its sources. No slug has a dot,
/// so the ending is read in one way only. Where there is no file there is a problem document, whatever
/// the reader says to like: a file that is a page would be taken for the file.
@Controller
class CompareExportController {

    private static final Logger log = LoggerFactory.getLogger(CompareExportController.class);
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", UTF_8);
    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);
    private static final int LONGEST_NAME = 120;

    private final PageQueries pages;
    private final PageSettings settings;

    CompareExportController(PageQueries pages, PageSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    /// What every kind of file is made of.
    private record Material(Comparison comparison, List<Source> sources, String address) {}

    @GetMapping("/compare/{key}.md")
    ResponseEntity<Object> markdown(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable List<String> weight,
            HttpServletResponse response) {
        return export(
                key,
                weight,
                ".md",
                MARKDOWN,
                response,
                of -> new MarkdownExport(of.comparison(), of.sources(), of.address()).text());
    }

    @GetMapping("/compare/{key}.csv")
    ResponseEntity<Object> csv(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable List<String> weight,
            HttpServletResponse response) {
        return export(
                key,
                weight,
                ".csv",
                CSV,
                response,
                of -> new CsvExport(of.comparison(), of.sources(), of.address()).text());
    }

    @GetMapping("/compare/{key}.json")
    ResponseEntity<Object> json(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable List<String> weight,
            HttpServletResponse response) {
        return export(
                key,
                weight,
                ".json",
                MediaType.APPLICATION_JSON,
                response,
                of -> new JsonExport(of.address(), of.comparison().asOf(), of.sources(), of.comparison()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(Refusal missing) {
        return problem(missing.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(Exception failure, HttpServletRequest request) {
        log.error("event=export_failed path={}", request.getRequestURI(), failure);
        return problem(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The service cannot answer at the moment; try again."));
    }

    private static ResponseEntity<ProblemDetail> problem(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ResponseEntity<Object> export(
            String key,
            @Nullable List<String> weight,
            String ending,
            MediaType type,
            HttpServletResponse response,
            Function<Material, Object> file) {
        return switch (pages.pair(key)) {
            case Found.Compared found -> file(weighed(found.comparison(), weight), ending, type, file);
            case Found.Moved moved ->
                Moved.answer("/compare/" + moved.pairKey() + ending + WeightParameters.asGiven(weight), response);
            case Found.SameTool same -> Moved.answer("/tool/" + same.slug(), response);
            case Found.Unknown _ -> throw missing(key);
        };
    }

    private Comparison weighed(Comparison plain, @Nullable List<String> weight) {
        return weight == null || weight.isEmpty() ? plain : Weighing.of(plain, weight, pages.panel());
    }

    private Refusal missing(String key) {
        return new MissingComparison(pages)
                .takenDown(key)
                .<Refusal>map(ToolTakenDown::new)
                .orElseGet(ComparisonNotFound::new);
    }

    private ResponseEntity<Object> file(
            Comparison comparison, String ending, MediaType type, Function<Material, Object> file) {
        String key = comparison.pairKey();
        String name = key.length() > LONGEST_NAME ? "comparison" : key;
        String address = settings.address("/compare/" + key);
        Comparison.ByWeights by = comparison.byWeights();
        String same = by == null ? address : address + "?" + by.query();
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(comparison.etag())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ending)
                                .build()
                                .toString())
                .header(HttpHeaders.LINK, "<" + address + ">; rel=\"canonical\"")
                // Search engines have the page.
                .header("X-Robots-Tag", "noindex")
                .body(file.apply(new Material(comparison, Source.of(comparison.tools(), settings), same)));
    }
}
