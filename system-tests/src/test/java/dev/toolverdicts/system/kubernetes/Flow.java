package dev.toolverdicts.system.kubernetes;

import static dev.toolverdicts.system.kubernetes.Rendered.name;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may open a connection to whom, within the namespace.
record Flow(String from, String to, int port) implements Comparable<Flow> {

    private static final Pattern ADDRESS = Pattern.compile("https?://([a-z-]+):(\\d+)");

    /// Those that follow from the addresses that services are told.
    static Set<Flow> needed(Rendered rendered) {
        Set<Flow> flows = new TreeSet<>();
        for (Deployment from : rendered.deployments()) {
            for (String value : rendered.environment(from).values()) {
                ADDRESS.matcher(value)
                        .results()
                        .flatMap(address -> behind(rendered, address.group(1))
                                .map(to -> new Flow(name(from), to, Integer.parseInt(address.group(2)))))
                        .forEach(flows::add);
            }
        }
        return flows;
    }

    private static Stream<String> behind(Rendered rendered, String name) {
        return rendered.all(Service.class)
                .filter(service -> name(service).equals(name))
                .flatMap(service -> rendered.behind(service).stream());
    }

    /// Those that the policies let out of somebody.
    static Set<Flow> letOut(Rendered rendered) {
        Set<Flow> flows = new TreeSet<>();
        rendered.all(NetworkPolicy.class).forEach(policy -> {
            for (var rule : policy.getSpec().getEgress()) {
                for (String from : selected(rendered, policy.getSpec().getPodSelector())) {
                    for (String to : inside(rendered, rule.getTo())) {
                        numbers(rule.getPorts()).forEach(port -> flows.add(new Flow(from, to, port)));
                    }
                }
            }
        });
        return flows;
    }

    /// Those that the policies let in to somebody.
    static Set<Flow> letIn(Rendered rendered) {
        Set<Flow> flows = new TreeSet<>();
        rendered.all(NetworkPolicy.class).forEach(policy -> {
            for (var rule : policy.getSpec().getIngress()) {
                for (String to : selected(rendered, policy.getSpec().getPodSelector())) {
                    for (String from : inside(rendered, rule.getFrom())) {
                        numbers(rule.getPorts()).forEach(port -> flows.add(new Flow(from, to, port)));
                    }
                }
            }
        });
        return flows;
    }

    /// Pods of this namespace that are meant.
    private static Set<String> inside(Rendered rendered, List<NetworkPolicyPeer> peers) {
        return peers.stream()
                .filter(peer -> peer.getPodSelector() != null && peer.getNamespaceSelector() == null)
                .flatMap(peer -> selected(rendered, peer.getPodSelector()).stream())
                .collect(Collectors.toSet());
    }

    static List<Integer> numbers(List<NetworkPolicyPort> ports) {
        return ports.stream().map(port -> port.getPort().getIntVal()).toList();
    }

    static Set<String> selected(Rendered rendered, LabelSelector selector) {
        Map<String, String> wanted =
                Optional.ofNullable(selector.getMatchLabels()).orElse(Map.of());
        return rendered.labelled(wanted).stream()
                .filter(each -> selector.getMatchExpressions().stream()
                        .allMatch(expression ->
                                isAmong(expression, rendered.labels().get(each))))
                .collect(Collectors.toSet());
    }

    private static boolean isAmong(LabelSelectorRequirement expression, Map<String, String> labels) {
        if (!expression.getOperator().equals("In")) {
            throw new AssertionError("policies name whom they are about: " + expression);
        }
        return expression.getValues().contains(labels.get(expression.getKey()));
    }

    @Override
    public int compareTo(Flow other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return from + " -> " + to + ":" + port;
    }

    /// What somebody's policies of these names let out to elsewhere, by port.
    static Stream<Integer> portsOutside(Rendered rendered, String from, String policies) {
        return rendered.all(NetworkPolicy.class)
                .filter(policy -> name(policy).matches(policies))
                .filter(policy ->
                        selected(rendered, policy.getSpec().getPodSelector()).contains(from))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> numbers(rule.getPorts()).stream());
    }
}
