package dev.toolverdicts.newsletter.defence;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A network by the first bits of its addresses.
public final class Network {

    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]+)/([0-9]{1,3})");

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /// @throws IllegalArgumentException when the text is none; with what to write
    public static Network of(String text) {
        Matcher parts = CIDR.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no network: " + text + "; write it as 192.0.2.0/24");
        }
        byte[] address = InetAddress.ofLiteral(parts.group(1)).getAddress();
        int bits = Integer.parseInt(parts.group(2));
        if (bits > 8 * address.length) {
            throw new IllegalArgumentException("too many bits in the network " + text);
        }
        return new Network(address, bits);
    }

    public boolean holds(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
