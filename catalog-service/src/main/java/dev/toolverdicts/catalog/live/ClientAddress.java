package dev.toolverdicts.catalog.live;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.HexFormat;

/// Whose streams are counted together: an address, of the sixth version its first half, which is what
/// one household gets.
final class ClientAddress {

    /// Set by the gateway from the connection; what a client sends under this name is dropped there.
    private static final String SAID = "X-Client-Ip";

    private static final int OLD_BYTES = 4;
    private static final int NEW_BYTES = 8;

    private ClientAddress() {}

    static String of(HttpServletRequest request) {
        String said = request.getHeader(SAID);
        return network(said == null ? request.getRemoteAddr() : said);
    }

    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == OLD_BYTES ? OLD_BYTES : NEW_BYTES);
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
