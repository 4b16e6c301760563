package dev.toolverdicts.system.kubernetes;

import static dev.toolverdicts.system.kubernetes.Rendered.container;
import static dev.toolverdicts.system.kubernetes.Rendered.name;
import static dev.toolverdicts.system.kubernetes.Rendered.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for everything that runs, in whichever overlay.
class HouseRulesTest {

    private static final Set<String> SERVICES = Set.of(
            "gateway",
            "catalog-service",
            "review-service",
            "vote-accept",
            "vote-count",
            "vote-query",
            "newsletter-service");

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyServiceIsThereOnce(String overlay) {
        assertThat(Rendered.of(overlay).deployments())
                .extracting(Rendered::name)
                .containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyPodIsShutIn(String overlay) {
        Rendered.of(overlay).pods().forEach((name, pod) -> {
            assertThat(pod.getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(pod.getEnableServiceLinks()).as(name).isFalse();
            assertThat(pod.getHostNetwork()).as(name).isNull();
            assertThat(pod.getHostPID()).as(name).isNull();
            assertThat(pod.getInitContainers()).as(name).isEmpty();
            PodSecurityContext security = pod.getSecurityContext();
            assertThat(security.getRunAsNonRoot()).as(name).isTrue();
            assertThat(security.getRunAsUser()).as(name).isPositive();
            assertThat(security.getSeccompProfile().getType()).as(name).isEqualTo("RuntimeDefault");
            assertThat(pod.getContainers())
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(container -> isShutIn(container.getSecurityContext()));
        });
    }

    private static void isShutIn(SecurityContext security) {
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getPrivileged()).isNull();
        assertThat(security.getRunAsUser()).isNull();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(security.getCapabilities().getAdd()).isEmpty();
    }

    /// The images say so too, and files that are mounted are readable for this group.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyServiceRunsAsTheUserOfItsImage(String overlay) {
        Matcher user = Pattern.compile("(?m)^USER (\\d+):(\\d+)$").matcher(SettingsTable.read("Dockerfile"));
        assertThat(user.find()).isTrue();
        for (Deployment each : Rendered.of(overlay).deployments()) {
            PodSecurityContext security = pod(each).getSecurityContext();
            assertThat(security.getRunAsUser()).as(name(each)).isEqualTo(Long.parseLong(user.group(1)));
            assertThat(security.getRunAsGroup()).as(name(each)).isEqualTo(Long.parseLong(user.group(2)));
            assertThat(security.getFsGroup()).as(name(each)).isEqualTo(Long.parseLong(user.group(2)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyImageHasAVersion(String overlay) {
        Rendered.of(overlay)
                .pods()
                .forEach((name, pod) -> assertThat(pod.getContainers())
                        .extracting(Container::getImage)
                        .as(name)
                        .allSatisfy(image -> assertThat(image)
                                .matches("[a-z0-9./-]+:[A-Za-z0-9._-]+")
                                .doesNotEndWith(":latest")));
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyContainerSaysWhatItNeeds(String overlay) {
        Rendered.of(overlay).pods().forEach((name, pod) -> {
            for (Container container : pod.getContainers()) {
                assertThat(container.getResources().getRequests())
                        .as(name)
                        .containsOnlyKeys("cpu", "memory")
                        // The heap is a share of the limit: what is not requested may not be there.
                        .containsEntry(
                                "memory", container.getResources().getLimits().get("memory"));
                assertThat(container.getResources().getLimits().get("cpu"))
                        .as(name)
                        .isNotNull();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyServiceIsAskedHowItIs(String overlay) {
        for (Deployment each : Rendered.of(overlay).deployments()) {
            Container container = container(each);
            asks(each, container.getStartupProbe(), "readiness");
            asks(each, container.getReadinessProbe(), "readiness");
            asks(each, container.getLivenessProbe(), "liveness");
            Probe startup = container.getStartupProbe();
            assertThat(startup.getPeriodSeconds() * startup.getFailureThreshold())
                    .as(name(each) + " may wait for topics, and start")
                    .isGreaterThan(secondsForTopics() + 60);
        }
    }

    private static void asks(Deployment deployment, Probe probe, String group) {
        assertThat(probe.getHttpGet().getPath()).as(name(deployment)).isEqualTo("/actuator/health/" + group);
        assertThat(probe.getHttpGet().getPort().getStrVal())
                .as(name(deployment))
                .isEqualTo(container(deployment).getPorts().getFirst().getName());
        // A readiness that asks the database waits for a connection.
        assertThat(probe.getTimeoutSeconds()).as(name(deployment)).isGreaterThan(2);
    }

    private static int secondsForTopics() {
        return SettingsTable.rows("platform/messaging", "## Settings")
                .filter(cells -> cells.getFirst().equals("`messaging.topics-within`"))
                .map(cells -> Integer.parseInt(cells.get(1).replace("`", "").replace("m", "")) * 60)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void aStopHasTheTimeThatItHasInCompose(String overlay) {
        Matcher grace =
                Pattern.compile("(?m)^  stop_grace_period: (\\d+)s$").matcher(SettingsTable.read("docker-compose.yml"));
        assertThat(grace.find()).isTrue();
        long stop = Long.parseLong(grace.group(1));
        for (Deployment each : Rendered.of(overlay).deployments()) {
            long pause = container(each).getLifecycle().getPreStop().getSleep().getSeconds();
            assertThat(pause).as(name(each)).isPositive();
            assertThat(pod(each).getTerminationGracePeriodSeconds())
                    .as(name(each))
                    .isGreaterThanOrEqualTo(pause + stop);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void whatIsWrittenToIsMounted(String overlay) {
        Rendered.of(overlay).pods().forEach((name, pod) -> {
            Set<String> volumes = pod.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
            Set<String> kept = Rendered.claims(pod).keySet();
            for (Container container : pod.getContainers()) {
                assertThat(container.getVolumeMounts())
                        .as(name)
                        .allSatisfy(mount -> assertThat(volumes).contains(mount.getName()))
                        .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                        .filteredOn(mount -> !kept.contains(mount.getName()))
                        .allSatisfy(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void copiesAreSpreadAndNotAllTakenAwayAtOnce(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        for (Deployment each : rendered.deployments()) {
            assertThat(pod(each).getTopologySpreadConstraints())
                    .as(name(each))
                    .extracting(spread -> spread.getTopologyKey())
                    .containsExactlyInAnyOrder("kubernetes.io/hostname", "topology.kubernetes.io/zone");
            assertThat(each.getSpec()
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxUnavailable()
                            .getIntVal())
                    .as(name(each))
                    .isZero();
            PodDisruptionBudget budget = rendered.one(PodDisruptionBudget.class, name(each));
            assertThat(rendered.labelled(budget.getSpec().getSelector().getMatchLabels()))
                    .containsExactly(name(each));
            assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyServiceIsSomebodyOfItsOwn(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        for (Deployment each : rendered.deployments()) {
            assertThat(pod(each).getServiceAccountName()).isEqualTo(name(each));
            assertThat(rendered.one(ServiceAccount.class, name(each)).getAutomountServiceAccountToken())
                    .as(name(each))
                    .isFalse();
            assertThat(rendered.labelled(each.getSpec().getSelector().getMatchLabels()))
                    .containsExactly(name(each));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyNameLeadsToTheServiceOfThatName(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        rendered.all(Service.class).forEach(service -> {
            assertThat(rendered.behind(service)).containsExactly(name(service));
            Container container = container(rendered.one(Deployment.class, name(service)));
            assertThat(service.getSpec().getPorts())
                    .as(name(service))
                    .extracting(port -> port.getTargetPort().getStrVal())
                    .containsExactly(container.getPorts().getFirst().getName());
        });
    }
}
