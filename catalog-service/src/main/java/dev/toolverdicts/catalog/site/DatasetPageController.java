package dev.toolverdicts.catalog.site;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/// Which days there is a dataset of, what is in it and what is not.
@Controller
class DatasetPageController {

    private final Datasets datasets;
    private final PageSettings settings;
    private final JsonMapper json;

    DatasetPageController(Datasets datasets, PageSettings settings, JsonMapper json) {
        this.datasets = datasets;
        this.settings = settings;
        this.json = json;
    }

    @GetMapping(path = "/dataset", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page() {
        return new ModelAndView("dataset")
                .addObject("index", datasets.index())
                .addObject(
                        "head",
                        settings.head(
                                "Dataset · Tool Verdicts",
                                "Tools, facts, reviews and anonymised votes of every night, as NDJSON and CSV, free to use.",
                                "/dataset",
                                null));
    }

    @GetMapping(path = "/dataset/index.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> index(HttpServletResponse response) {
        return KeptAnswer.of(
                json.writeValueAsBytes(datasets.index()), MediaType.APPLICATION_JSON, Kept.MINUTE, response);
    }
}
