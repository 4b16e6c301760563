package dev.toolverdicts.gateway.edge;

import java.math.BigInteger;
import java.net.InetAddress;

/// Addresses that have their first bits in common: a single one, or a network.
///
/// @param bits how many they have in common with the first
record AddressRange(InetAddress first, int bits) {

    /// @param text `10.0.0.1` or `10.244.0.0/16`
    /// @throws IllegalArgumentException when it is neither
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int width = width(first);
        int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > width) {
            throw new IllegalArgumentException("no network: " + text + "; it has 0 to " + width + " bits");
        }
        return new AddressRange(first, bits);
    }

    boolean holds(InetAddress address) {
        int width = width(first);
        return width(address) == width && number(first).xor(number(address)).bitLength() <= width - bits;
    }

    private static int width(InetAddress address) {
        return Byte.SIZE * address.getAddress().length;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
