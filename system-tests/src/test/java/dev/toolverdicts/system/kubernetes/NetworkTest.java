package dev.toolverdicts.system.kubernetes;

import static dev.toolverdicts.system.kubernetes.Rendered.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may talk to whom: what the services are told to ask, and nothing else.
class NetworkTest {

    private static final int NAMES = 53;
    private static final String OUTSIDE = "to-(kafka|postgres|identity|mail)";
    private static final String WATCHED = "watched";
    private static final Pattern HOSTS_OF_A_DATABASE = Pattern.compile("jdbc:postgresql://([^/]+)/.*");
    private static final Pattern PORT = Pattern.compile(":(\\d+)$");

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void nobodyTalksWithoutBeingAllowedTo(String overlay) {
        NetworkPolicy deny = Rendered.of(overlay).one(NetworkPolicy.class, "default-deny");

        assertThat(deny.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
        assertThat(deny.getSpec().getPodSelector().getMatchExpressions()).isEmpty();
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).isEmpty();
    }

    /// Who is told of another may reach it, by the rules at both ends; nobody else may.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void servicesReachThoseWhoseAddressesTheyHave(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        Set<Flow> needed = Flow.needed(rendered);

        assertThat(needed)
                .contains(
                        new Flow("gateway", "vote-accept", 8080),
                        new Flow("gateway", "vote-count", 8080),
                        new Flow("catalog-service", "vote-query", 8080));
        assertThat(Flow.letOut(rendered)).isEqualTo(needed);
        assertThat(Flow.letIn(rendered)).isEqualTo(needed);
        assertThat(needed)
                .allSatisfy(flow -> assertThat(Rendered.ports(rendered.pods().get(flow.to())))
                        .contains(flow.port()));
    }

    /// By those who ask for pages, that is; metrics are for others.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void onlyTheGatewayIsReachedFromElsewhere(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        int door = Rendered.port(rendered.one(Deployment.class, "gateway"), "http");
        rendered.all(NetworkPolicy.class)
                .filter(policy -> !name(policy).equals(WATCHED))
                .forEach(policy -> policy.getSpec().getIngress().forEach(rule -> {
                    assertThat(rule.getFrom()).as(name(policy)).isNotEmpty();
                    if (!rule.getFrom().stream().allMatch(NetworkTest::isInside)) {
                        assertThat(Flow.selected(rendered, policy.getSpec().getPodSelector()))
                                .containsExactly("gateway");
                        assertThat(Flow.numbers(rule.getPorts())).containsExactly(door);
                    }
                }));
    }

    /// Metrics need no token: who gets there may read them.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void whoWatchesReachesTheMetricsOfEveryServiceAndNothingElse(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        NetworkPolicy watched = rendered.one(NetworkPolicy.class, WATCHED);

        assertThat(Flow.selected(rendered, watched.getSpec().getPodSelector()))
                .containsExactlyInAnyOrderElementsOf(
                        rendered.deployments().stream().map(Rendered::name).toList());
        assertThat(watched.getSpec().getIngress()).hasSize(1);
        var rule = watched.getSpec().getIngress().getFirst();
        assertThat(rule.getFrom())
                .isNotEmpty()
                .allSatisfy(peer ->
                        assertThat(peer.getNamespaceSelector().getMatchLabels()).isNotEmpty());
        for (Deployment each : rendered.deployments()) {
            int metrics = Rendered.port(each, "metrics");
            assertThat(Flow.numbers(rule.getPorts())).as(name(each)).containsExactly(metrics);
            assertThat(rendered.environment(each))
                    .as(name(each))
                    .containsEntry("TELEMETRY_METRICS_PORT", String.valueOf(metrics))
                    .containsEntry("TELEMETRY_METRICS_ADDRESS", "0.0.0.0");
        }
    }

    private static boolean isInside(NetworkPolicyPeer peer) {
        return peer.getPodSelector() != null && peer.getNamespaceSelector() == null;
    }

    /// The ports of log, database, identity provider and mail, each where its address is given.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void servicesReachTheServersWhoseAddressesTheyHave(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        for (Deployment each : rendered.deployments()) {
            assertThat(Flow.portsOutside(rendered, name(each), OUTSIDE))
                    .as(name(each))
                    .hasSameElementsAs(portsOf(rendered.environment(each)));
        }
    }

    private static Set<Integer> portsOf(Map<String, String> environment) {
        Set<Integer> ports = new HashSet<>();
        environment.forEach((name, value) -> {
            switch (name) {
                case "SPRING_KAFKA_BOOTSTRAP_SERVERS" -> hosts(value).forEach(host -> ports.add(port(host, 9092)));
                case "SPRING_DATASOURCE_URL" ->
                    hosts(HOSTS_OF_A_DATABASE.matcher(value).replaceFirst("$1"))
                            .forEach(host -> ports.add(port(host, 5432)));
                case "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", "GATEWAY_PROVIDER_ISSUER" ->
                    ports.add(port(URI.create(value)));
                case "SPRING_MAIL_PORT" -> ports.add(Integer.parseInt(value));
                default -> {}
            }
        });
        return ports;
    }

    private static Stream<String> hosts(String list) {
        return Stream.of(list.split(",", -1));
    }

    private static int port(String host, int usual) {
        return PORT.matcher(host)
                .results()
                .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(usual);
    }

    private static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return address.getScheme().equals("https") ? 443 : 80;
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everyWayOutSaysWhereTo(String overlay) {
        Rendered.of(overlay)
                .all(NetworkPolicy.class)
                .forEach(policy -> assertThat(policy.getSpec().getEgress())
                        .as(name(policy))
                        .allSatisfy(rule -> {
                            assertThat(rule.getTo()).isNotEmpty();
                            assertThat(rule.getPorts()).isNotEmpty();
                        }));
    }

    /// Somebody's webhook may be anywhere but in here.
    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void whoReachesTheWorldReachesNoPrivateNetwork(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        rendered.all(NetworkPolicy.class)
                .forEach(policy -> policy.getSpec().getEgress().stream()
                        .flatMap(rule -> rule.getTo().stream())
                        .map(NetworkPolicyPeer::getIpBlock)
                        .filter(Objects::nonNull)
                        .filter(block -> block.getCidr().endsWith("/0"))
                        .forEach(block -> {
                            assertThat(Flow.selected(rendered, policy.getSpec().getPodSelector()))
                                    .containsExactly("newsletter-service");
                            assertThat(block.getExcept()).containsAll(privateNetworks(block));
                        }));
    }

    private static Set<String> privateNetworks(IPBlock block) {
        return block.getCidr().contains(":")
                ? Set.of("fc00::/7", "fe80::/10")
                : Set.of("10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
    }

    @ParameterizedTest
    @ValueSource(strings = {Rendered.LOCAL, Rendered.PRODUCTION})
    void everybodyMayAskForNames(String overlay) {
        Rendered rendered = Rendered.of(overlay);
        rendered.pods()
                .keySet()
                .forEach(each -> assertThat(Flow.portsOutside(rendered, each, "to-names"))
                        .as(each)
                        .containsExactly(NAMES, NAMES));
    }

    @Test
    void whoMakesDatabasesReachesTheirServer() {
        assertThat(Flow.portsOutside(Rendered.of(Rendered.LOCAL), "databases", OUTSIDE))
                .containsExactly(5432);
    }

    /// Behind proxies that it does not trust all visitors are one to its limits.
    @Test
    void theGatewayBehindARouteTrustsWhoeverEndsTls() {
        Rendered production = Rendered.of(Rendered.PRODUCTION);
        HTTPRoute route = production.one(HTTPRoute.class, "site");
        Deployment gateway = production.one(Deployment.class, "gateway");

        assertThat(production.environment(gateway)).containsKey("GATEWAY_EDGE_TRUSTEDHOPS");
        assertThat(production.environment(gateway).get("SITE_PUBLIC_URL"))
                .isEqualTo("https://" + route.getSpec().getHostnames().getFirst());
        var behind = route.getSpec().getRules().getFirst().getBackendRefs().getFirst();
        assertThat(behind.getName()).isEqualTo("gateway");
        assertThat(production.one(Service.class, behind.getName()).getSpec().getPorts())
                .extracting(port -> port.getPort())
                .containsExactly(behind.getPort());
    }
}
