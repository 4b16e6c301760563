package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    static final AlertSettings STRICT = new AlertSettings(3, Duration.ZERO, false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9", "169.254.169.254",
                "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
                "198.51.100.7", "203.0.113.7", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
                "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "fe80::1", "fec0::1",
                        "fc00::1",
                "fd12::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "100::1"
            })
    void whatIsInsideIsNot(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
        assertThatThrownBy(() -> new PublicAddresses(STRICT).of(address)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void whatIsOutsideIs(String address) throws UnknownHostException {
        assertThat(new PublicAddresses(STRICT).of(address)).isEqualTo(InetAddress.ofLiteral(address));
    }

    @Test
    void aNameIsWhatItLeadsTo() {
        assertThatThrownBy(() -> new PublicAddresses(STRICT).of("localhost")).isInstanceOf(UnknownHostException.class);
    }

    /// Spellings of addresses that a resolver may take for one.
    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "0x7f000001"})
    void otherSpellingsLeadNowhereElse(String host) {
        assertThatThrownBy(() -> new PublicAddresses(STRICT).of(host)).isInstanceOf(UnknownHostException.class);
    }
}
