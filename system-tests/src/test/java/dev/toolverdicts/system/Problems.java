package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/// What every refusal must look like.
final class Problems {

    private static final String BASE = "https://toolverdicts.dev/problems/";

    private Problems() {}

    /// The answer is a problem document of this status and type that says something; returns it.
    static JsonNode assertProblem(HttpResponse<String> answer, int status, String type) {
        String about = answer.request().method() + " " + answer.uri().getPath() + ": " + answer.body();
        assertThat(answer.statusCode()).as(about).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .as(about)
                .startsWith("application/problem+json");
        JsonNode problem = Stack.JSON.readTree(answer.body());
        assertThat(problem.path("type").asString("")).as(about).isEqualTo(BASE + type);
        assertThat(problem.path("status").asInt()).as(about).isEqualTo(status);
        assertThat(problem.path("title").asString("")).as(about).isNotBlank();
        assertThat(problem.path("detail").asString("")).as(about).isNotBlank();
        assertThat(problem.path("instance").asString(""))
                .as(about)
                .isEqualTo(answer.uri().getRawPath());
        return problem;
    }

    /// The same for input that has a fault at each of these places, and nowhere else.
    static void assertFaults(HttpResponse<String> answer, String... pointers) {
        JsonNode problem = assertProblem(answer, 400, "invalid-input");
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString("")))
                .as(answer.body())
                .containsExactlyInAnyOrder(pointers);
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("detail").asString("")))
                .as(answer.body())
                .noneMatch(String::isBlank);
    }
}
