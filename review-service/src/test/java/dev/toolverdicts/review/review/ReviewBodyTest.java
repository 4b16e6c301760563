package dev.toolverdicts.review.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.review.critic.AuthorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                .isEqualTo(new ReviewText(Verdict.SKIP, 0, "Fine,\n\tbut not for us.", false, AuthorKind.AI_DRAFTED));
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
