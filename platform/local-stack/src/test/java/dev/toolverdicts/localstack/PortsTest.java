package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theUsualPortIsTakenWhenItIsFree() throws IOException {
        int free = aFreePort();

        assertThat(new Ports(1).usualOrFree(free)).isEqualTo(free);
    }

    @Test
    void anotherPortIsTakenWhenTheUsualOneIsBusyOnLoopbackOnly() throws IOException {
        try (var busy = new ServerSocket()) {
            busy.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThat(Ports.isFree(busy.getLocalPort())).isFalse();
            assertThat(new Ports(1).usualOrFree(busy.getLocalPort()))
                    .isNotEqualTo(busy.getLocalPort())
                    .isPositive();
        }
    }

    @Test
    void aPortIsGivenOnce() throws IOException {
        int free = aFreePort();
        var ports = new Ports(1);

        assertThat(ports.usualOrFree(free)).isNotEqualTo(ports.usualOrFree(free));
    }

    @Test
    void theDoorsPortIsGivenToNobody() throws IOException {
        int door = aFreePort();

        assertThat(new Ports(door).usualOrFree(door)).isNotEqualTo(door);
    }

    private static int aFreePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
