package dev.toolverdicts.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

class ServersTest {

    @Test
    void eachWayHasAName() {
        assertThat(Servers.named("embedded")).isInstanceOf(EmbeddedServers.class);
        assertThat(Servers.named("containers")).isInstanceOf(ContainerServers.class);
    }

    @Test
    void anotherNameIsRefusedInsteadOfTestedOnTheWrongServers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Servers.named("container"))
                .withMessageContaining("containers, not container");
    }

    @Test
    void theBuildSaysWhichWayIsChosen() {
        assertThat(System.getProperty("infrastructure")).isIn("embedded", "containers");
    }

    @Test
    void brokersInContainersAreOfTheVersionOfTheEmbeddedOneAndTheClients() {
        assertThat(ContainerServers.image("kafka")).isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
    }
}
