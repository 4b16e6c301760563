package dev.toolverdicts.catalog.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class InputSchemaTest {

    private final JsonMapper json = new JsonMapper();
    private final InputSchema schema = new InputSchema()
            .text("q", "words")
            .word("verdict", List.of("ship", "skip"), "verdict")
            .number("limit", 1, 20, "how many")
            .texts("slugs", 2, 3, "which")
            .need("q");

    @Test
    void whatFitsIsRead() {
        Arguments arguments = schema.read(json.readTree("""
                {"q": "an agent", "verdict": "ship", "limit": 20, "slugs": ["a", "b"]}"""));

        assertThat(arguments.text("q")).isEqualTo("an agent");
        assertThat(arguments.text("limit")).isEqualTo("20");
        assertThat(arguments.texts("slugs")).containsExactly("a", "b");
        assertThat(schema.read(json.readTree("{\"q\": \"a\", \"limit\": null}")).text("limit", "10"))
                .isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"q\": null}",
                "{\"q\": 1}",
                "{\"q\": \"a\\u0007\"}",
                "{\"q\": \"a\", \"verdict\": \"Ship\"}",
                "{\"q\": \"a\", \"verdict\": 1}",
                "{\"q\": \"a\", \"limit\": 0}",
                "{\"q\": \"a\", \"limit\": 21}",
                "{\"q\": \"a\", \"limit\": 1.5}",
                "{\"q\": \"a\", \"limit\": \"5\"}",
                "{\"q\": \"a\", \"limit\": 99999999999999999999}",
                "{\"q\": \"a\", \"slugs\": [\"a\"]}",
                "{\"q\": \"a\", \"slugs\": [\"a\", \"b\", \"c\", \"d\"]}",
                "{\"q\": \"a\", \"slugs\": [\"a\", 2]}",
                "{\"q\": \"a\", \"slugs\": \"a\"}",
                "{\"q\": \"a\", \"drop\": \"table\"}"
            })
    void whatDoesNotFitIsRefused(String given) {
        JsonNode read = json.readTree(given);

        assertThatThrownBy(() -> schema.read(read)).isInstanceOf(InvalidInput.class);
    }

    /// A schema counts code points, and a client that checks by it must not be refused.
    @Test
    void aTextIsAsLongAsItsSchemaCounts() {
        assertThat(schema.read(json.createObjectNode().put("q", "🛠".repeat(200)))
                        .text("q"))
                .hasSize(400);
        assertThatThrownBy(() -> schema.read(json.createObjectNode().put("q", "🛠".repeat(201))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void everyFaultIsToldAtOnceAndNoArgumentsAtAllIsOne() {
        assertThatThrownBy(() -> schema.read(json.readTree("{\"limit\": 0, \"x\": 1}")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(Fault::pointer)
                                .containsExactlyInAnyOrder("/limit", "/x", "/q"));
        assertThatThrownBy(() -> schema.read(MissingNode.getInstance())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theDocumentSaysTheSame() {
        JsonNode document = json.valueToTree(schema.document());

        assertThat(document.at("/type").asString()).isEqualTo("object");
        assertThat(document.at("/additionalProperties").booleanValue()).isFalse();
        assertThat(document.at("/required/0").asString()).isEqualTo("q");
        assertThat(document.at("/properties/limit/maximum").intValue()).isEqualTo(20);
        assertThat(document.at("/properties/verdict/enum/1").asString()).isEqualTo("skip");
        assertThat(document.at("/properties/slugs/minItems").intValue()).isEqualTo(2);
    }
}
