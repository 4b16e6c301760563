package dev.toolverdicts.catalog.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void aHouseholdIsOneClient() {
        assertThat(ClientAddress.network("2001:db8:1:2::5")).isEqualTo(ClientAddress.network("2001:db8:1:2:aaaa::1"));
        assertThat(ClientAddress.network("2001:db8:1:3::5")).isNotEqualTo(ClientAddress.network("2001:db8:1:2::5"));
        assertThat(ClientAddress.network("203.0.113.7")).isNotEqualTo(ClientAddress.network("203.0.113.8"));
    }

    @Test
    void whatIsNoAddressIsItself() {
        assertThat(ClientAddress.network("unknown")).isEqualTo("unknown");
    }
}
