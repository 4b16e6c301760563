package dev.toolverdicts.newsletter.click;

import dev.toolverdicts.newsletter.defence.Network;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param counted whether links of issues lead over this service, which counts, from the next mail on
/// @param scannerNetworks whose clicks are a machine's, as `192.0.2.0/24`
@ConfigurationProperties("newsletter.clicks")
record ClickSettings(
        @DefaultValue("false") boolean counted,
        @DefaultValue List<String> scannerNetworks) {

    ClickSettings {
        scannerNetworks = List.copyOf(scannerNetworks);
        scannerNetworks.forEach(Network::of);
    }
}
