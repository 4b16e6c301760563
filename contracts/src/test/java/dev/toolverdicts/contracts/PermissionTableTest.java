package dev.toolverdicts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every row of `permissions.tsv` is complete, and belongs to a service whose test walks it.
class PermissionTableTest {

    private static final Path TABLE = Path.of("src/main/resources/permissions.tsv");
    private static final Path ROLES = Path.of("../platform/test-support/src/main/resources/access-roles.properties");

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    private static Set<String> roles() throws IOException {
        var roles = new Properties();
        try (InputStream in = Files.newInputStream(ROLES)) {
            roles.load(in);
        }
        return roles.stringPropertyNames();
    }

    @Test
    void everyRowSaysAllAndNoneIsThereTwice() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(300).allSatisfy(row -> {
            assertThat(row).as("%s", row).hasSize(6).noneMatch(String::isBlank);
            assertThat(row.get(1)).as("%s", row).isIn("GET", "POST", "PUT", "DELETE", "PATCH", "*");
            assertThat(row.get(2)).as("%s", row).startsWith("/");
            assertThat(row.get(4)).as("%s", row).isIn("front", "inside");
        });
        assertThat(rows().stream().map(row -> row.subList(0, 3))).doesNotHaveDuplicates();
    }

    @Test
    void onlyThoseWhomTheIdentityProviderKnowsAreLetIn() throws IOException {
        Set<String> roles = roles();
        assertThat(rows().stream().flatMap(row -> Stream.of(row.get(3).split(",", -1))))
                .allSatisfy(who -> assertThat(
                                Set.of("all", "mailed", "critics", "secret").contains(who)
                                        || roles.contains("role." + who))
                        .as(who)
                        .isTrue());
    }

    @Test
    void everyActThatNeedsARoleIsNotedSomewhere() throws IOException {
        for (List<String> row : rows()) {
            boolean isAct =
                    !row.get(1).equals("GET") && !Set.of("all", "mailed").contains(row.get(3));
            assertThat(!row.get(5).equals("-")).as("noted: %s", row).isEqualTo(isAct);
        }
    }

    @Test
    void everyServicesTestWalksItsRows() throws IOException {
        List<String> services = rows().stream().map(List::getFirst).distinct().toList();
        assertThat(services).containsExactlyInAnyOrder("catalog", "review", "vote", "newsletter", "gateway");
        for (String service : services) {
            boolean isGateway = service.equals("gateway");
            Path test = Path.of("..", isGateway ? service : service + "-service")
                    .resolve("src/test/java/dev/toolverdicts")
                    .resolve(service)
                    .resolve(isGateway ? "PermissionsIT.java" : "AccessIT.java");
            assertThat(Files.readString(test))
                    .contains(isGateway ? "Permissions.all()" : "new PermissionWalk(\"" + service + "\"");
        }
    }
}
