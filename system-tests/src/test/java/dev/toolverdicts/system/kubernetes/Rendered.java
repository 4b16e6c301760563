package dev.toolverdicts.system.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a folder of `kubernetes/` comes to when it is applied.
record Rendered(List<Object> objects) {

    static final String LOCAL = "kubernetes/overlays/local";
    static final String PRODUCTION = "kubernetes/overlays/production";

    /// Where services read the files that they are given.
    static final String SETTINGS = "/run/settings/";

    private static final Map<String, Rendered> KNOWN = new ConcurrentHashMap<>();

    static Rendered of(String folder) {
        Kustomize kustomize = Kustomize.installed();
        return KNOWN.computeIfAbsent(folder, here -> new Rendered(StrictYaml.objects(kustomize.build(here))));
    }

    <T> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    <T extends HasMetadata> T one(Class<T> type, String name) {
        return all(type)
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
    }

    List<Deployment> deployments() {
        return all(Deployment.class).toList();
    }

    /// Of services and of what runs once, by name.
    Map<String, PodSpec> pods() {
        Map<String, PodSpec> pods = new TreeMap<>();
        deployments().forEach(each -> pods.put(name(each), pod(each)));
        all(Job.class)
                .forEach(job -> pods.put(name(job), job.getSpec().getTemplate().getSpec()));
        return pods;
    }

    /// Labels of the pods, by name of what makes them.
    Map<String, Map<String, String>> labels() {
        Map<String, Map<String, String>> labels = new TreeMap<>();
        deployments()
                .forEach(each -> labels.put(
                        name(each), each.getSpec().getTemplate().getMetadata().getLabels()));
        all(Job.class)
                .forEach(job -> labels.put(
                        name(job), job.getSpec().getTemplate().getMetadata().getLabels()));
        return labels;
    }

    /// Those whose pods have all of these labels.
    Set<String> labelled(Map<String, String> wanted) {
        return labels().entrySet().stream()
                .filter(each -> each.getValue().entrySet().containsAll(wanted.entrySet()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    static String name(HasMetadata object) {
        return object.getMetadata().getName();
    }

    static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    static Container container(Deployment deployment) {
        List<Container> containers = pod(deployment).getContainers();
        if (containers.size() != 1) {
            throw new AssertionError(name(deployment) + " has not one container but " + containers.size());
        }
        return containers.getFirst();
    }

    /// The folder of the service that it runs, by its image.
    static String service(Deployment deployment) {
        String image = container(deployment).getImage();
        return image.substring(image.lastIndexOf('/') + 1, image.lastIndexOf(':'));
    }

    static int port(Deployment deployment, String called) {
        return container(deployment).getPorts().stream()
                .filter(port -> port.getName().equals(called))
                .map(ContainerPort::getContainerPort)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name(deployment) + " has no port " + called));
    }

    static Set<Integer> ports(PodSpec pod) {
        return pod.getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .map(ContainerPort::getContainerPort)
                .collect(Collectors.toSet());
    }

    /// Every variable that a service's container gets from its manifest, with its value.
    Map<String, String> environment(Deployment deployment) {
        Container container = container(deployment);
        Map<String, String> environment = new HashMap<>();
        for (EnvFromSource source : container.getEnvFrom()) {
            environment.putAll(one(ConfigMap.class, named(source)).getData());
        }
        container.getEnv().forEach(variable -> environment.put(variable.getName(), value(variable)));
        return environment;
    }

    private static String named(EnvFromSource source) {
        ConfigMapEnvSource map = source.getConfigMapRef();
        if (map == null) {
            throw new AssertionError("variables come from ConfigMaps: " + source);
        }
        return map.getName();
    }

    private String value(EnvVar variable) {
        if (variable.getValueFrom() == null) {
            return variable.getValue();
        }
        var reference = variable.getValueFrom().getConfigMapKeyRef();
        if (reference == null) {
            throw new AssertionError("variables come from ConfigMaps: " + variable);
        }
        String value = one(ConfigMap.class, reference.getName()).getData().get(reference.getKey());
        if (value == null) {
            throw new AssertionError(reference.getName() + " has no " + reference.getKey());
        }
        return value;
    }

    /// The projections of secrets into the files of a pod.
    static Stream<SecretFile> secretFiles(PodSpec pod) {
        return pod.getVolumes().stream()
                .map(Volume::getProjected)
                .filter(Objects::nonNull)
                .flatMap(projected -> projected.getSources().stream())
                .map(VolumeProjection::getSecret)
                .filter(Objects::nonNull)
                .flatMap(Rendered::files);
    }

    private static Stream<SecretFile> files(SecretProjection secret) {
        if (secret.getItems().isEmpty()) {
            throw new AssertionError("all of the secret " + secret.getName() + ", whatever is in it");
        }
        return secret.getItems().stream().map(item -> SecretFile.of(secret.getName(), item));
    }

    /// The claims to storage that outlives a pod, by name of its volume.
    static Map<String, String> claims(PodSpec pod) {
        Map<String, String> claims = new TreeMap<>();
        for (Volume volume : pod.getVolumes()) {
            PersistentVolumeClaimVolumeSource claim = volume.getPersistentVolumeClaim();
            if (claim != null) {
                claims.put(volume.getName(), claim.getClaimName());
            }
        }
        return claims;
    }

    /// The services that a Service's name stands for.
    Set<String> behind(Service service) {
        return labelled(service.getSpec().getSelector());
    }

    record SecretFile(String secret, String key, String path) {

        private static SecretFile of(String secret, KeyToPath item) {
            return new SecretFile(secret, item.getKey(), item.getPath());
        }

        String source() {
            return secret + " " + key;
        }
    }
}
