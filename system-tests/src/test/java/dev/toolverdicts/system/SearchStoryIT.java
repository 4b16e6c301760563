package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Somebody who half remembers a name gets to the tool, and from there to what could replace it.
class SearchStoryIT {

    private final Visitor visitor = new Visitor();

    private static List<String> slugs(JsonNode list) {
        return list.path("tools")
                .valueStream()
                .map(tool -> tool.path("slug").asString())
                .toList();
    }

    @Test
    void aNameIsFoundThoughItIsMisspelt() {
        JsonNode answer = visitor.json("/api/v1/search?q=mistrl");

        assertThat(answer.path("match").asString()).isEqualTo("close");
        assertThat(slugs(answer)).contains(Sample.MISTRAL);
        assertThat(slugs(visitor.json("/api/v1/tools?q=mitsral"))).contains(Sample.MISTRAL);
        assertThat(visitor.get("/search?q=mistrl").body())
                .contains("Mistral 3B", "as they are typed", "noindex")
                .contains("<form class=\"newsletter\" role=\"search\" action=\"/search\">");
        assertThat(visitor.json("/api/v1/search?q=mistral").path("match").asString())
                .isEqualTo("as_typed");
    }

    @Test
    void aListIsNarrowedDown() {
        JsonNode all = visitor.json("/api/v1/search?q=llama");
        JsonNode open = visitor.json("/api/v1/search?q=llama&licenseClass=osi_open");

        assertThat(open.path("total").asInt())
                .isPositive()
                .isLessThan(all.path("total").asInt());
        assertThat(open.path("facets").path("licenseClass"))
                .isEqualTo(all.path("facets").path("licenseClass"));
        assertThat(visitor.get("/search?q=llama&licenseClass=osi_open").body())
                .contains("aria-current=\"true\">Open source</a>", "/tool/ollama")
                .doesNotContain("/tool/" + Sample.SCOUT + "\"");
    }

    @Test
    void anEmptyListHelps() {
        JsonNode answer = visitor.json("/api/v1/search?q=mistral99zz");

        assertThat(answer.path("match").asString()).isEqualTo("none");
        assertThat(answer.path("nearest")
                        .valueStream()
                        .map(near -> near.path("slug").asString()))
                .contains(Sample.MISTRAL);
        assertThat(visitor.get("/search?q=mistral99zz").body())
                .contains("Perhaps you meant", "/tool/" + Sample.MISTRAL);
    }

    @Test
    void aToolHasAlternativesInAnOrderThatIsExplained() {
        JsonNode answer = visitor.json("/api/v1/tools/" + Sample.MISTRAL + "/alternatives");

        assertThat(answer.path("rule").asString()).contains("same category");
        assertThat(answer.path("alternatives")).isNotEmpty();
        assertThat(answer.path("alternatives").valueStream())
                .allSatisfy(each -> assertThat(each.at("/tool/slug").asString()).isNotEqualTo(Sample.MISTRAL));
        assertThat(visitor.get("/tool/" + Sample.MISTRAL).body()).contains("/tool/" + Sample.MISTRAL + "/alternatives");
        assertThat(visitor.get("/tool/" + Sample.MISTRAL + "/alternatives").body())
                .contains("The rule of the order", "Side by side");
        assertThat(visitor.get("/category/developer-tools/alternatives").body())
                .contains("Developer Tools alternatives");
    }
}
