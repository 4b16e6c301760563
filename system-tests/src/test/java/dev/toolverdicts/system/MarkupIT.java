package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/// Markup is text: it is stored as it was sent and does nothing on any page.
class MarkupIT {

    private static final String IMAGE = "<img src=x onerror=alert(1)>";

    private final Visitor visitor = new Visitor();
    private final Visitor editor = Visitor.bearing(Stack.running().token("editor"));

    @Test
    void markupIsStoredAsTextAndEscapedOnThePage() {
        String name = "<script>alert('%d')</script>".formatted(System.nanoTime());
        String take = IMAGE + " & </blockquote></script>";
        String slug = Sample.newTool(editor, name);
        assertThat(editor.put("/api/v1/tools/" + slug + "/reviews/builder", Sample.review("ship", 80, take))
                        .statusCode())
                .isEqualTo(201);

        assertThat(editor.json("/api/v1/tools/" + slug).path("name").asString()).isEqualTo(name);
        assertThat(visitor.json("/api/v1/tools/" + slug + "/reviews/builder")
                        .path("body")
                        .asString())
                .isEqualTo(take);
        for (String page : new String[] {"/tool/" + slug, Sample.comparePage(slug)}) {
            await().untilAsserted(() -> assertThat(visitor.get(page).body())
                    .contains("&lt;script&gt;alert(")
                    .contains("&lt;img src=x onerror=alert(1)&gt;")
                    .doesNotContain("<script>alert(")
                    .doesNotContain(IMAGE)
                    .doesNotContain("</blockquote></script>"));
        }
    }
}
