package dev.toolverdicts.gateway.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Whom a limit is counted for.
///
/// @param prefix what all its addresses have in common
record Network(boolean wide, long prefix) {

    /// An IPv4 address, or the /64 of an IPv6 address, which is what one household gets.
    static Network of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new Network(true, bytes.getLong())
                : new Network(false, bytes.getInt());
    }

    /// The neighbourhood that one party can move in: the /24 of an IPv4 address, the /64 of an IPv6 address.
    static Network around(InetAddress address) {
        Network narrow = of(address);
        return narrow.wide ? narrow : new Network(false, narrow.prefix >> 8);
    }
}
