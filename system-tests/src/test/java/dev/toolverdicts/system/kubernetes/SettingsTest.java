package dev.toolverdicts.system.kubernetes;

import static dev.toolverdicts.system.kubernetes.Rendered.container;
import static dev.toolverdicts.system.kubernetes.Rendered.name;
import static dev.toolverdicts.system.kubernetes.Rendered.pod;
import static dev.toolverdicts.system.kubernetes.Rendered.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What services are told, held against what their READMEs say they know and need.
class SettingsTest {

    private static final String ISSUER = "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI";

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void whatAServiceIsToldItKnows(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        for (Deployment each : rendered.deployments()) {
            List<Setting> known = known(each);
            assertThat(told(rendered, each))
                    .as(name(each))
                    .allSatisfy(told -> assertThat(known).anyMatch(setting -> setting.isCalled(told)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void whatAServiceMustKnowItIsTold(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        for (Deployment each : rendered.deployments()) {
            Set<String> told = told(rendered, each);
            // Accepting has no database.
            boolean stored = !name(each).equals("vote-accept");
            assertThat(known(each))
                    .as(name(each))
                    .filteredOn(setting -> stored || !setting.key().startsWith("spring.datasource."))
                    .filteredOn(Setting::needed)
                    .isNotEmpty()
                    .allSatisfy(setting ->
                            assertThat(setting.isAmong(told)).as(setting.key()).isTrue());
        }
    }

    /// By its own README, and what the manifests' README says of all.
    private static List<Setting> known(Deployment deployment) {
        return Stream.concat(SettingsTable.of(service(deployment)).stream(), SettingsTable.of("kubernetes").stream())
                .toList();
    }

    /// Variables, and files that are called like settings, which have dots. One that a variable names
    /// is called as it likes.
    private static Set<String> told(Rendered rendered, Deployment deployment) {
        Set<String> told = new HashSet<>(rendered.environment(deployment).keySet());
        Set<String> named = filesNamed(rendered, deployment);
        Rendered.secretFiles(pod(deployment))
                .map(Rendered.SecretFile::path)
                .filter(path -> path.contains(".") || !named.contains(Rendered.SETTINGS + path))
                .forEach(told::add);
        return told;
    }

    private static Set<String> filesNamed(Rendered rendered, Deployment deployment) {
        return rendered.environment(deployment).values().stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .filter(value -> value.startsWith(Rendered.SETTINGS))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void filesAreWhereAServiceLooksForThem(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        for (Deployment each : rendered.deployments()) {
            assertThat(rendered.environment(each))
                    .as(name(each))
                    .containsEntry("SPRING_CONFIG_IMPORT", "configtree:" + Rendered.SETTINGS);
            assertThat(container(each).getVolumeMounts())
                    .as(name(each))
                    .filteredOn(mount -> mount.getName().equals("settings"))
                    .extracting(mount -> mount.getMountPath() + "/")
                    .containsExactly(Rendered.SETTINGS);
            assertThat(Rendered.secretFiles(pod(each)).map(file -> Rendered.SETTINGS + file.path()))
                    .as(name(each))
                    .containsAll(filesNamed(rendered, each));
        }
    }

    /// Or services would refuse the tokens of people who have just signed in.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void peopleSignInWhereTokensComeFrom(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        Set<String> issuers = rendered.deployments().stream()
                .filter(each -> !name(each).equals("gateway"))
                .map(each -> rendered.environment(each).get(ISSUER))
                .collect(Collectors.toSet());

        assertThat(issuers)
                .containsExactly(rendered.environment(rendered.one(Deployment.class, "gateway"))
                        .get("GATEWAY_PROVIDER_ISSUER"));
    }

    /// Or one would hide the other.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void nothingIsSaidTwice(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        for (Deployment each : rendered.deployments()) {
            Container container = container(each);
            List<String> said = Stream.concat(
                            container.getEnvFrom().stream()
                                    .map(from -> rendered.one(
                                            ConfigMap.class,
                                            from.getConfigMapRef().getName()))
                                    .flatMap(map -> map.getData().keySet().stream()),
                            container.getEnv().stream().map(variable -> variable.getName()))
                    .toList();
            assertThat(said).as(name(each)).doesNotHaveDuplicates();
        }
    }
}
