package dev.toolverdicts.system.kubernetes;

import static dev.toolverdicts.system.kubernetes.Rendered.name;
import static dev.toolverdicts.system.kubernetes.Rendered.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is secret, who makes it and who gets it.
class SecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void noSecretIsWrittenDown(String overlay) {
        Rendered rendered = Rendered.of(overlay);

        assertThat(rendered.all(Secret.class)).isEmpty();
        assertThat(rendered.all(ConfigMap.class).flatMap(map -> map.getData().entrySet().stream()))
                .filteredOn(entry -> entry.getKey().matches("(?i).*(password|secret|token|jaas).*"))
                // Where one is may be said.
                .allSatisfy(entry -> assertThat(entry.getValue()).startsWith(Rendered.SETTINGS));
    }

    /// In both directions: an operator makes what the README lists, and nothing in vain.
    @Test
    void everySecretIsInTheReadme() {
        Set<String> used = Stream.of(Rendered.LOCAL, Rendered.PRODUCTION)
                .map(Rendered::of)
                .flatMap(SecretsTest::secretKeys)
                .collect(Collectors.toSet());

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(SettingsTable.rows("kubernetes", "## Secrets")
                        .flatMap(cells -> SettingsTable.quoted(cells.get(1)).stream()
                                .map(key -> SettingsTable.quoted(cells.get(0)).getFirst() + " " + key))
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> secretKeys(Rendered rendered) {
        return Stream.concat(
                rendered.pods().values().stream().flatMap(Rendered::secretFiles).map(Rendered.SecretFile::source),
                rendered.all(TriggerAuthentication.class)
                        .flatMap(authentication -> authentication.spec().secretTargetRef().stream())
                        .map(target -> target.name() + " " + target.key()));
    }

    /// Another way to a secret would be in no list.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void secretsComeAsFilesOneByOne(String overlay) {
        Rendered.of(overlay).pods().forEach((name, pod) -> {
            assertThat(pod.getVolumes())
                    .as(name)
                    .allSatisfy(volume -> assertThat(volume.getSecret()).isNull());
            assertThat(variablesFromSecrets(pod)).as(name).isEmpty();
        });
    }

    private static List<Object> variablesFromSecrets(PodSpec pod) {
        return pod.getContainers().stream()
                .<Object>flatMap(container -> Stream.concat(
                        container.getEnvFrom().stream().map(from -> from.getSecretRef()),
                        container.getEnv().stream()
                                .map(variable -> variable.getValueFrom())
                                .filter(Objects::nonNull)
                                .map(from -> from.getSecretKeyRef())))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void theDatabasesOfProductionAreMadeByTheSameScriptAsInCompose() {
        Rendered once = databases();

        assertThat(once.all(ConfigMap.class).flatMap(map -> map.getData().values().stream()))
                .anyMatch(value -> value.strip()
                        .equals(SettingsTable.read("compose/databases.sh").strip()));
        assertThat(once.pods()).containsOnlyKeys("databases");
    }

    /// By the script, which reads the password of each.
    @Test
    void everyDatabaseThatIsAskedIsMade() {
        Matcher loop =
                Pattern.compile("(?m)^for name in (.+); do$").matcher(SettingsTable.read("compose/databases.sh"));
        assertThat(loop.find()).isTrue();
        List<String> made = List.of(loop.group(1).split(" ", -1));
        Rendered production = Rendered.of(Rendered.PRODUCTION);

        assertThat(production.deployments().stream()
                        .map(each -> production.environment(each).get("SPRING_DATASOURCE_URL"))
                        .filter(Objects::nonNull)
                        .map(url -> url.replaceFirst("jdbc:postgresql://[^/]+/(\\w+).*", "$1"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(made);
        assertThat(Rendered.secretFiles(databases().pods().get("databases"))
                        .map(Rendered.SecretFile::path)
                        .filter(path -> path.endsWith("-database")))
                .containsExactlyInAnyOrderElementsOf(
                        made.stream().map(name -> name + "-database").toList());
    }

    private static Rendered databases() {
        return Rendered.of(Rendered.PRODUCTION + "/databases");
    }

    /// What vote-accept does not get is as important: a password that it has no use for.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void nobodyGetsThePasswordOfAnother(String overlay) {
        Map<String, String> databases = Map.of(
                "catalog-service", "catalog-database",
                "review-service", "review-database",
                "vote-count", "vote-database",
                "vote-query", "vote-database",
                "newsletter-service", "newsletter-database",
                "gateway", "gateway-database");
        for (Deployment each : Rendered.of(overlay).deployments()) {
            assertThat(Rendered.secretFiles(pod(each))
                            .map(Rendered.SecretFile::secret)
                            .filter(secret -> secret.endsWith("-database")))
                    .as(name(each))
                    .containsExactlyElementsOf(
                            databases.containsKey(name(each)) ? List.of(databases.get(name(each))) : List.of());
        }
    }

    /// What opens sessions opens everybody's tokens.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void onlyTheGatewayOpensSessions(String overlay) {
        assertThat(Rendered.of(overlay).deployments())
                .filteredOn(each -> Rendered.secretFiles(pod(each))
                        .anyMatch(file -> file.secret().equals("gateway-session")))
                .extracting(Rendered::name)
                .containsExactly("gateway");
    }
}
