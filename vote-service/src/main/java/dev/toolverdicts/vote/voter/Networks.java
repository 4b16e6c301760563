package dev.toolverdicts.vote.voter;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Tells networks apart without knowing them.
@Component
public final class Networks {

    /// Set by the gateway from the connection; what a client sends under this name is dropped there.
    private static final String CLIENT_ADDRESS = "X-Client-Ip";

    private final Seal seal;

    public Networks(VoterKeys keys) {
        seal = keys.lasting("network");
    }

    /// Keyed hash of the /24 or /48 the voter is in, another one every UTC day: no network can be followed for longer.
    /// Null where many share an address or nobody but us does, which says nothing about a voter.
    public @Nullable String hash(HttpHeaders headers, Instant now) {
        String address = headers.getFirst(CLIENT_ADDRESS);
        if (address == null) {
            return null;
        }
        try {
            InetAddress at = InetAddress.ofLiteral(address);
            if (!isPublic(at)) {
                return null;
            }
            byte[] bytes = at.getAddress();
            byte[] network = Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6);
            return HexFormat.of().formatHex(seal.of(day(now), network), 0, 8);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static boolean isPublic(InetAddress at) {
        if (at.isLoopbackAddress()
                || at.isSiteLocalAddress()
                || at.isLinkLocalAddress()
                || at.isAnyLocalAddress()
                || at.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = at.getAddress();
        return bytes.length == 4 ? !isCarriersOwn(bytes) : (bytes[0] & 0xFE) != 0xFC;
    }

    /// 100.64.0.0/10: what a carrier hands out behind one public address.
    private static boolean isCarriersOwn(byte[] bytes) {
        return bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    }

    private static byte[] day(Instant now) {
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(Math.floorDiv(now.getEpochSecond(), 86_400L))
                .array();
    }
}
