package dev.toolverdicts.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every manifest as it is written, also where none can be rendered; and that this check sees
/// what is wrong.
class StrictYamlTest {

    private static final String POLICY = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: some, labels: {a: b}}
            spec:
              podSelector: {}
              egress: [{ports: [{port: 53, protocol: UDP}]}]
            """;

    @Test
    void everyManifestIsWhatItsTypeSays() throws IOException {
        List<Path> manifests = manifests();

        assertThat(manifests).hasSizeGreaterThan(10);
        for (Path manifest : manifests) {
            assertThat(StrictYaml.objects(Files.readString(manifest)))
                    .as(manifest.toString())
                    .isNotEmpty();
        }
    }

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve("kubernetes"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    // Kustomize's own; it refuses what it does not know.
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsRightIsTaken() {
        assertThat(StrictYaml.objects(POLICY + "---\n" + POLICY)).hasSize(2);
    }

    @Test
    void aFieldThatNoTypeHasIsRefused() {
        refuses("podSelector", "podsSelector", "podsSelector");
        refuses("protocol: UDP", "protokol: UDP", "protokol");
        refuses("labels:", "label:", "label");
    }

    @Test
    void aNumberWhereTextBelongsIsRefused() {
        refuses("a: b", "a: 1", "coerce");
        refuses("a: b", "a: true", "coerce");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        refuses("podSelector: {}", "podSelector: {}\n  podSelector: {}", "duplicate key");
    }

    @Test
    void aKindThatNobodyKnowsIsRefused() {
        refuses("kind: NetworkPolicy", "kind: NetworkPolice", "NetworkPolice");
    }

    private static void refuses(String right, String wrong, String because) {
        String yaml = POLICY.replace(right, wrong);

        assertThat(yaml).isNotEqualTo(POLICY);
        assertThatThrownBy(() -> StrictYaml.objects(yaml))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(because);
    }
}
