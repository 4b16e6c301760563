package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    private Path folder;

    @Test
    void theUsualPortIsTakenWhenItIsFree() throws IOException {
        int free = aFreePort();

        assertThat(new Ports(folder).usualOrFree(free)).isEqualTo(free);
    }

    @Test
    void anotherPortIsTakenWhenTheUsualOneIsBusyOnLoopbackOnly() throws IOException {
        try (var busy = new ServerSocket()) {
            busy.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThat(Ports.isFree(busy.getLocalPort())).isFalse();
            assertThat(new Ports(folder).usualOrFree(busy.getLocalPort()))
                    .isNotEqualTo(busy.getLocalPort())
                    .isPositive();
        }
    }

    @Test
    void aPortIsGivenOnceAlsoToTwoThatStartSideBySide() throws IOException {
        int free = aFreePort();
        var ports = new Ports(folder);

        assertThat(ports.usualOrFree(free)).isEqualTo(free);
        assertThat(ports.usualOrFree(free)).isNotEqualTo(free);
        assertThat(new Ports(folder).usualOrFree(free)).isNotEqualTo(free);
    }

    @Test
    void aBusyDoorIsRefusedWithTheOptionThatHelps() throws IOException {
        try (var busy = new ServerSocket(0)) {
            assertThatThrownBy(() -> new Ports(folder).exactly(busy.getLocalPort()))
                    .isInstanceOf(Refused.class)
                    .hasMessage("port %d is taken, choose another one with --port N".formatted(busy.getLocalPort()));
        }
    }

    private static int aFreePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
