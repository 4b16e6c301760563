package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.defence.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Where a webhook may lead: nowhere inside. A name is looked up once, and what is connected to is the address that
/// was looked at, so that a name that answers differently the second time gains nothing.
@Component
class PublicAddresses {

    private static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic() {
            super("not in the public internet");
        }
    }

    /// What is not reachable from everywhere (RFC 6890 and its successors), and relays whose far end we do not see.
    private static final List<Network> INSIDE_4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /// Only 2000::/3 is given out; of it these lead elsewhere or nowhere.
    private static final Network GLOBAL_6 = Network.of("2000::/3");

    private static final List<Network> INSIDE_6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final AlertSettings settings;

    PublicAddresses(AlertSettings settings) {
        this.settings = settings;
    }

    /// An address of the host that may be connected to. One of several inside spoils all: the name is no
    /// stranger's.
    InetAddress of(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        if (!settings.privateAddresses() && !Arrays.stream(all).allMatch(PublicAddresses::isPublic)) {
            throw new NotPublic();
        }
        return all[0];
    }

    static boolean isPublic(InetAddress address) {
        return address.getAddress().length == 4
                ? INSIDE_4.stream().noneMatch(network -> network.holds(address))
                : GLOBAL_6.holds(address) && INSIDE_6.stream().noneMatch(network -> network.holds(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
