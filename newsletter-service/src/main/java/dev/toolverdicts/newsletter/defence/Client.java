package dev.toolverdicts.newsletter.defence;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Who asks, as far as the gateway and the request itself tell.
///
/// @param address of the device, or of what it is behind
/// @param agent what the program calls itself: printable ASCII, at most 200 characters
public record Client(InetAddress address, @Nullable String agent) {

    private static final int LONGEST_AGENT = 200;
    /// What a gateway calls itself: older ones said so where the visitor's program names nothing.
    private static final String GATEWAY = "ReactorNetty/";

    /// @param said the gateway's word
    /// @param peer the other end of the connection, for requests that came by no gateway
    static Client of(@Nullable String said, String peer, @Nullable String agent) {
        return new Client(address(said, peer), plain(agent));
    }

    private static InetAddress address(@Nullable String said, String peer) {
        try {
            return InetAddress.ofLiteral(said == null ? peer : said);
        } catch (IllegalArgumentException notAnAddress) {
            return InetAddress.getLoopbackAddress();
        }
    }

    private static @Nullable String plain(@Nullable String agent) {
        if (agent == null || agent.isBlank() || agent.startsWith(GATEWAY)) {
            return null;
        }
        String plain = agent.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.substring(0, Math.min(plain.length(), LONGEST_AGENT));
    }

    /// The /24 or /48 the address is in.
    String network() {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6));
    }
}
