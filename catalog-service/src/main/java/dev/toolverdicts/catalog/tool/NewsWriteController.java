package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.history.NewsItem;
import dev.toolverdicts.catalog.history.NewsNotFound;
import dev.toolverdicts.catalog.history.NewsQueries;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// News, for editors.
@RestController
@RequestMapping(path = "/api/v1/news/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "News")
class NewsWriteController {

    private final NewsService service;
    private final NewsQueries news;

    NewsWriteController(NewsService service, NewsQueries news) {
        this.service = service;
        this.news = news;
    }

    /// Tools that are a moment old, or not shown, are named when they are.
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add a news item, or correct it. It links to tools and releases that are there",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewsBody.class))))
    @Answers({200, 201})
    ResponseEntity<NewsItem> keep(@PathVariable String key, @RequestBody JsonNode body, Principal editor) {
        boolean isNew = service.keep(key, body, editor.getName());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .body(news.written(key).orElseThrow(NewsNotFound::new));
    }

    @DeleteMapping
    @Operation(summary = "Remove a news item", security = @SecurityRequirement(name = "token"))
    @Answers(204)
    ResponseEntity<Void> remove(@PathVariable String key, Principal editor) {
        service.remove(key, editor.getName());
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }
}
