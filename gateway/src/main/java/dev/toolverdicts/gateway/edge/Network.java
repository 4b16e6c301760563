package dev.toolverdicts.gateway.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Whom a limit is counted for: an IPv4 address, or the /64 of an IPv6 address, which is what one household gets.
///
/// @param prefix the address's first eight bytes, or its four
record Network(boolean wide, long prefix) {

    static Network of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new Network(true, bytes.getLong())
                : new Network(false, bytes.getInt());
    }
}
