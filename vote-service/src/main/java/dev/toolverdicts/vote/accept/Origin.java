package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Seal;
import dev.toolverdicts.vote.voter.VoterKeys;
import dev.toolverdicts.vote.web.SiteSettings;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What a vote says about where it came from: enough to see a rush, too little to find a person.
@Component
@OnRole(Role.ACCEPT)
final class Origin {

    /// Set by the gateway from the connection; what a client sends under this name is dropped there.
    private static final String CLIENT_ADDRESS = "X-Client-Ip";

    private final Seal seal;
    private final String ownHost;

    Origin(VoterKeys keys, SiteSettings site) {
        seal = keys.seal("network");
        ownHost = String.valueOf(site.publicUrl().getHost());
    }

    /// Keyed hash of the /24 or /48 the voter is in, another one every UTC day: no network can be followed for longer.
    /// Null where many share an address or nobody but us does, which says nothing about a voter.
    @Nullable
    String networkHash(HttpHeaders headers, Instant now) {
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

    ReferrerKind referrerKind(HttpHeaders headers) {
        String referrer = headers.getFirst(HttpHeaders.REFERER);
        if (referrer == null || referrer.isEmpty()) {
            return ReferrerKind.NONE;
        }
        try {
            return ownHost.equalsIgnoreCase(URI.create(referrer).getHost())
                    ? ReferrerKind.INTERNAL
                    : ReferrerKind.EXTERNAL;
        } catch (IllegalArgumentException notAnAddress) {
            return ReferrerKind.EXTERNAL;
        }
    }
}
