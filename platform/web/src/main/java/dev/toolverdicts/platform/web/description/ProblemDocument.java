package dev.toolverdicts.platform.web.description;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;

/// The schema of a problem document (RFC 9457).
final class ProblemDocument {

    static final String NAME = "ProblemDocument";

    private ProblemDocument() {}

    static Schema<?> schema() {
        Schema<?> fault = of("object").addProperty("pointer", text()).addProperty("detail", text());
        fault.setRequired(List.of("pointer", "detail"));
        Schema<?> document = of("object")
                .addProperty("type", text().format("uri"))
                .addProperty("title", text())
                .addProperty("status", of("integer"))
                .addProperty("detail", text())
                .addProperty("instance", text().format("uri-reference"))
                .addProperty("errors", of("array").items(fault));
        document.setRequired(List.of("type", "title", "status", "detail"));
        return document;
    }

    private static Schema<?> text() {
        return of("string");
    }

    private static Schema<?> of(String type) {
        return new JsonSchema().typesItem(type);
    }
}
