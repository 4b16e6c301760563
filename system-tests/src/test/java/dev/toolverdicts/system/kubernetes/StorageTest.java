package dev.toolverdicts.system.kubernetes;

import static dev.toolverdicts.system.kubernetes.Rendered.container;
import static dev.toolverdicts.system.kubernetes.Rendered.name;
import static dev.toolverdicts.system.kubernetes.Rendered.pod;
import static dev.toolverdicts.system.kubernetes.Rendered.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of who was erased outlive pods, databases and log.
class StorageTest {

    /// What a README gives as the default of where a list is kept.
    private static final String NO_LIST = "none, no list";

    /// By the READMEs: a new list without a place here would be lost with its pod.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyListHasAPlace(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        Set<String> wanted = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (Deployment each : rendered.deployments()) {
            Set<String> variables = rendered.environment(each).keySet();
            lists(each).forEach(list -> {
                wanted.add(list.key());
                if (list.isAmong(variables)) {
                    told.add(list.key());
                }
            });
        }

        assertThat(wanted).contains("newsletter.erasures.folder", "vote.deletions.folder");
        assertThat(told).isEqualTo(wanted);
    }

    private static Stream<Setting> lists(Deployment deployment) {
        return SettingsTable.rows(service(deployment), "## Settings")
                .filter(cells -> cells.get(1).equals(NO_LIST))
                .map(cells -> SettingsTable.quoted(cells.getFirst()).getFirst())
                .map(key -> new Setting(key, Set.of(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyListIsOnStorageOfItsOwn(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        Set<String> claimed = new HashSet<>();
        for (Deployment each : rendered.deployments()) {
            List<String> places = places(rendered, each);
            Map<String, String> claims = Rendered.claims(pod(each));

            assertThat(container(each).getVolumeMounts())
                    .as(name(each))
                    .filteredOn(mount -> claims.containsKey(mount.getName()))
                    .extracting(VolumeMount::getMountPath)
                    .containsExactlyInAnyOrderElementsOf(places);
            assertThat(claims).as(name(each)).hasSameSizeAs(places);
            for (String claim : claims.values()) {
                assertThat(claimed.add(claim)).as(claim).isTrue();
            }
        }
        assertThat(rendered.all(PersistentVolumeClaim.class).map(Rendered::name))
                .containsExactlyInAnyOrderElementsOf(claimed);
    }

    private static List<String> places(Rendered rendered, Deployment deployment) {
        List<Setting> lists = lists(deployment).toList();
        return rendered.environment(deployment).entrySet().stream()
                .filter(told -> lists.stream().anyMatch(list -> list.isCalled(told.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Copies on several nodes write to the same list.
    @Test
    void storageOfProductionIsShared() {
        assertThat(Rendered.of(Rendered.PRODUCTION).all(PersistentVolumeClaim.class))
                .extracting(claim -> claim.getSpec().getAccessModes().getFirst())
                .containsOnly("ReadWriteMany");
    }
}
