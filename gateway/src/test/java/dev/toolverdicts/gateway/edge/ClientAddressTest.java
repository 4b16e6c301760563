package dev.toolverdicts.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTest {

    private static String client(List<String> hops, String peer, String... forwardedFor) {
        var clients = new ClientAddress(new EdgeSettings(hops, Set.of(), Set.of(), Set.of()));
        return clients.of(MockServerHttpRequest.get("/")
                        .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 1))
                        .header("X-Forwarded-For", forwardedFor)
                        .build())
                .getHostAddress();
    }

    @Test
    void itIsTheOtherEndOfTheConnection() {
        assertThat(client(List.of(), "203.0.113.1", "6.6.6.6")).isEqualTo("203.0.113.1");
        assertThat(client(List.of("10.0.0.1"), "203.0.113.1", "6.6.6.6")).isEqualTo("203.0.113.1");
    }

    @Test
    void behindAnOwnProxyItIsTheLastThatIsNotOurs() {
        var hops = List.of("10.0.0.1", "10.0.0.2", "2001:db8::1");

        assertThat(client(hops, "10.0.0.1", "203.0.113.1")).isEqualTo("203.0.113.1");
        assertThat(client(hops, "10.0.0.1", "6.6.6.6, 203.0.113.1 ,10.0.0.2")).isEqualTo("203.0.113.1");
        assertThat(client(hops, "10.0.0.1", "6.6.6.6", "203.0.113.1")).isEqualTo("203.0.113.1");
        assertThat(client(hops, "2001:db8::1", "2001:db8:0:0:1::5")).isEqualTo("2001:db8:0:0:1:0:0:5");
    }

    @Test
    void aNetworkOfOwnProxiesIsOursAsAWhole() {
        var hops = List.of("10.244.0.0/17", "2001:db8:5::/48");

        assertThat(client(hops, "10.244.127.255", "6.6.6.6, 203.0.113.1, 10.244.0.9"))
                .isEqualTo("203.0.113.1");
        assertThat(client(hops, "2001:db8:5:9::1", "203.0.113.1")).isEqualTo("203.0.113.1");
        assertThat(client(hops, "10.244.128.0", "6.6.6.6")).isEqualTo("10.244.128.0");
        assertThat(client(hops, "2001:db8:4::1", "6.6.6.6")).isEqualTo("2001:db8:4:0:0:0:0:1");
        assertThat(client(hops, "10.244.0.1", "6.6.6.6, 10.244.128.1")).isEqualTo("10.244.128.1");
    }

    @Test
    void whatIsNoNetworkIsRefused() {
        for (String text : List.of("10.244.0.0/33", "10.244.0.0/-1", "10.244.0.0/", "proxies/8", "proxies")) {
            assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> client(List.of(text), "10.244.0.1", "6.6.6.6"));
        }
    }

    @Test
    void whatIsNoAddressIsNotBelieved() {
        var hops = List.of("10.0.0.1");

        assertThat(client(hops, "10.0.0.1", "localhost")).isEqualTo("10.0.0.1");
        assertThat(client(hops, "10.0.0.1", "6.6.6.6, unknown")).isEqualTo("10.0.0.1");
        assertThat(client(hops, "10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(client(hops, "10.0.0.1", "")).isEqualTo("10.0.0.1");
    }

    @Test
    void anIpv6HouseholdIsOneNetwork() {
        assertThat(network("2001:db8:1:2::1")).isEqualTo(network("2001:db8:1:2:ffff::9"));
        assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
        assertThat(network("203.0.113.1")).isNotEqualTo(network("203.0.113.2"));
        assertThat(network("0.0.0.1")).isNotEqualTo(network("::1"));
        assertThat(network("::ffff:203.0.113.1")).isEqualTo(network("203.0.113.1"));
    }

    private static Network network(String address) {
        return Network.of(InetAddress.ofLiteral(address));
    }
}
