package dev.toolverdicts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Voters have the roles of the panel's critics, so that each critic can stand beside voters of the
/// same role.
class RolesTest {

    private static final Path CRITICS = Path.of("../review-service/src/main/resources/reference/critics.json");

    @Test
    void votersRolesAreTheCriticsKeys() throws Exception {
        JsonNode critics = new JsonMapper().readTree(Files.readString(CRITICS));

        assertThat(Contracts.schema("vote.voice.v1")
                        .getSchemaNode()
                        .at("/$defs/role/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyElementsOf(critics.findValuesAsString("key"));
    }
}
