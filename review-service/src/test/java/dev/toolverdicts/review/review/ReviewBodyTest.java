package dev.toolverdicts.review.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.review.critic.AuthorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReviewBodyTest {

    private final JsonMapper json = new JsonMapper();

    private ObjectNode review(String body) {
        return json.createObjectNode()
                .put("verdict", "skip")
                .put("score", 0)
                .put("body", body)
                .put("handsOn", false)
                .put("authorKind", "ai_drafted");
    }

    @Test
    void aWholeReviewIsRead() {
        assertThat(ReviewBody.parse(review("Fine,\n\tbut not for us.").put("unknown", 1)))
                .isEqualTo(new ReviewDraft(
                        Verdict.SKIP,
                        0,
                        "Fine,\n\tbut not for us.",
                        false,
                        AuthorKind.AI_DRAFTED,
                        null,
                        null,
                        List.of(),
                        null));
    }

    @Test
    void whatATextDisclosesIsRead() {
        ObjectNode review = review("Costs 20 dollars[^2], or nothing[^1].")
                .put("model", " sample-model-1 ")
                .put("promptVersion", "7")
                .put("reason", "The price has changed.");
        review.putArray("citations")
                .add(source(2, "https://example.org/prices", "Prices"))
                .add(source(1, "http://example.org/", null));

        ReviewDraft draft = ReviewBody.parse(review);
        assertThat(draft.model()).isEqualTo("sample-model-1");
        assertThat(draft.promptVersion()).isEqualTo("7");
        assertThat(draft.reason()).isEqualTo("The price has changed.");
        assertThat(draft.text().citations())
                .containsExactly(
                        new Citation(1, "http://example.org/", null),
                        new Citation(2, "https://example.org/prices", "Prices"));
    }

    private ObjectNode source(int id, String url, @Nullable String title) {
        return json.createObjectNode().put("id", id).put("url", url).put("title", title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/model           | `{\"model\": \"a\\nb\"}`",
                "/model           | `{\"model\": 7}`",
                "/model           | `{\"model\": \" \"}`",
                "/promptVersion   | `{\"promptVersion\": []}`",
                "/model           | `{\"authorKind\": \"human\", \"model\": \"sample-model-1\"}`",
                "/promptVersion   | `{\"authorKind\": \"human\", \"promptVersion\": \"7\"}`",
                "/reason          | `{\"reason\": \"a\\u001bb\"}`",
                "/citations       | `{\"citations\": {}}`",
                "/citations       | `{\"citations\": [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]}`",
                "/body            | `{\"body\": \"So it is said[^1].\"}`",
                "/citations/0/id  | `{\"citations\": [{\"id\": 1, \"url\": \"https://example.org\"}]}`",
                "/citations/0/id  | `{\"citations\": [{\"id\": 100, \"url\": \"https://example.org\"}]}`",
                "/citations/0/id  | `{\"citations\": [{\"id\": \"1\", \"url\": \"https://example.org\"}]}`",
                "/citations/0/url | `{\"body\": \"a[^1]\", \"citations\": [{\"id\": 1, \"url\": \"javascript:alert(1)\"}]}`",
                "/citations/0/url | `{\"body\": \"a[^1]\", \"citations\": [{\"id\": 1, \"url\": \"https://a b\"}]}`",
                "/citations/0/url | `{\"body\": \"a[^1]\", \"citations\": [{\"id\": 1, \"url\": \"https://u:p@example.org\"}]}`"
            })
    void whatCannotBeDisclosedLikeThisIsNamed(String pointer, String change) {
        ObjectNode review = review("Sample take.");
        json.readTree(change).forEachEntry(review::set);
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> ReviewBody.parse(review));

        assertThat(refusal.faults()).extracting(InvalidInput.Fault::pointer).containsExactly(pointer);
    }

    @Test
    void twoSourcesOfOneIdAreRefused() {
        ObjectNode review = review("So it is said[^1].");
        review.putArray("citations")
                .add(source(1, "https://example.org/a", null))
                .add(source(1, "https://example.org/b", null));
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> ReviewBody.parse(review));

        assertThat(refusal.faults()).extracting(InvalidInput.Fault::pointer).containsExactly("/citations/1/id");
    }

    @Test
    void lineEndsAreMadePlain() {
        assertThat(ReviewBody.parse(review("a\r\nb")).body()).isEqualTo("a\nb");
    }

    @Test
    void charactersAreCountedNotTheirHalves() {
        assertThat(ReviewBody.parse(review("🚢".repeat(5000))).body()).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\rb", "a\u001bb", "a\u007fb", "a\u0080b", "\ud800", "a\udc00", " \u2003\n"})
    void aBodyThatCannotBeShownIsRefused(String body) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> ReviewBody.parse(review(body)));

        assertThat(refusal.faults()).extracting(InvalidInput.Fault::pointer).containsExactly("/body");
    }

    @Test
    void everyFaultIsFound() {
        InvalidInput refusal =
                catchThrowableOfType(InvalidInput.class, () -> ReviewBody.parse(json.createObjectNode()));

        assertThat(refusal.faults())
                .extracting(InvalidInput.Fault::pointer)
                .containsExactlyInAnyOrder("/verdict", "/score", "/body", "/handsOn", "/authorKind");
    }

    @Test
    void somethingElseThanAnObjectIsRefusedAsAWhole() {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> ReviewBody.parse(json.createArrayNode()));

        assertThat(refusal.faults()).extracting(InvalidInput.Fault::pointer).containsExactly("");
    }
}
