package dev.toolverdicts.newsletter.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
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

    /// A network by its first bits.
    private record Network(int[] bytes, int bits) {

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (bytes[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// What is not reachable from everywhere (RFC 6890 and its successors), and relays whose far end we do not see.
    private static final List<Network> INSIDE_4 = List.of(
            network(8, 0),
            network(8, 10),
            network(10, 100, 64),
            network(8, 127),
            network(16, 169, 254),
            network(12, 172, 16),
            network(24, 192, 0, 0),
            network(24, 192, 0, 2),
            network(24, 192, 88, 99),
            network(16, 192, 168),
            network(15, 198, 18),
            network(24, 198, 51, 100),
            network(24, 203, 0, 113),
            network(3, 0xe0));

    /// Only 2000::/3 is given out; of it these lead elsewhere or nowhere.
    private static final Network GLOBAL_6 = network(3, 0x20);

    private static final List<Network> INSIDE_6 = List.of(
            network(23, 0x20, 0x01, 0x00),
            network(32, 0x20, 0x01, 0x0d, 0xb8),
            network(16, 0x20, 0x02),
            network(20, 0x3f, 0xff, 0x00));

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
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return INSIDE_4.stream().noneMatch(network -> network.holds(bytes));
        }
        return GLOBAL_6.holds(bytes) && INSIDE_6.stream().noneMatch(network -> network.holds(bytes));
    }

    private static Network network(int bits, int... bytes) {
        return new Network(Arrays.copyOf(bytes, (bits + 7) / 8), bits);
    }
}
