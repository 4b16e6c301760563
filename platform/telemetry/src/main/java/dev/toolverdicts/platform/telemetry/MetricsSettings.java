package dev.toolverdicts.platform.telemetry;

import java.net.InetSocketAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param address of the network in which metrics may be read
/// @param port 0 for any free one
@ConfigurationProperties("telemetry.metrics")
record MetricsSettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("0") int port) {

    InetSocketAddress at() {
        return new InetSocketAddress(address, port);
    }
}
