package dev.toolverdicts.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class NetworksTest {

    private static final String KEYS = "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI";

    private final Map<?, ?> composition = composition();
    private final Map<?, ?> services = map(composition.get("services"));

    private static Map<?, ?> composition() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        try {
            String text = Files.readString(Checkout.ROOT.resolve("docker-compose.yml"));
            return map(new Yaml(new SafeConstructor(options)).load(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<?, ?> map(@Nullable Object yaml) {
        return yaml instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Collection<?> networks(@Nullable Object service) {
        Object networks = map(service).get("networks");
        if (networks instanceof Map<?, ?> named) {
            return named.keySet();
        }
        return networks instanceof List<?> list ? list : List.of();
    }

    private boolean isInternal(Object network) {
        return Boolean.TRUE.equals(
                map(map(composition.get("networks")).get(network)).get("internal"));
    }

    @Test
    void whoChecksTokensReachesAProviderElsewhere() {
        List<?> checking = services.entrySet().stream()
                .filter(it -> {
                    Map<?, ?> told = map(map(it.getValue()).get("environment"));
                    return told.containsKey(KEYS) || told.containsKey("GATEWAY_PROVIDER_ISSUER");
                })
                .map(Map.Entry::getKey)
                .toList();

        assertThat(checking).hasSize(8);
        assertThat(checking)
                .allSatisfy(name -> assertThat(networks(services.get(name)))
                        .as("%s", name)
                        .anySatisfy(network -> assertThat(isInternal(network)).isFalse()));
    }

    @Test
    void dataReachesNobody() {
        for (String name : List.of("postgres", "kafka")) {
            assertThat(networks(services.get(name)))
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(network -> assertThat(isInternal(network)).isTrue());
        }
    }

    /// Docker answers a name with the addresses of one network, and which one is its own affair.
    @Test
    void copiesHaveTheSameNamesInAllNetworks() {
        Map<?, ?> networks = map(map(services.get("vote-service")).get("networks"));

        assertThat(new ArrayList<Object>(networks.values())).hasSize(2).containsOnly(networks.get("inside"));
    }
}
