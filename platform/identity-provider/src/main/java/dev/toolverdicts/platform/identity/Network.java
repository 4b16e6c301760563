package dev.toolverdicts.platform.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Where somebody comes from: an IPv4 address, or the /64 of an IPv6 address. Who has one address of a
/// /64 has all of them, and would begin anew with each.
final class Network {

    private static final int HALF = 8;

    private Network() {}

    /// What is no address is taken as it is.
    static String of(String address) {
        int zone = address.indexOf('%');
        try {
            InetAddress literal = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(literal.getAddress(), 0, HALF) + "/64"
                    : literal.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
