package dev.toolverdicts.newsletter.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.secrets.KeyLines;
import dev.toolverdicts.platform.secrets.SecretFiles;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Seals with keys of two kinds. One is for life: what is compared with what was stored is made with
/// it. The others sign what is handed out; the newest does, all verify, and they can be replaced while
/// links are out.
@Component
public class LinkKeys {

    /// Nothing is signed with less, and an empty signature would be the beginning of every one.
    private static final int SHORTEST = 16;

    private record Ring(List<byte[]> from, List<PurposeKeys> keys) {}

    private final PurposeKeys lasting;
    private final Supplier<List<byte[]>> signing;
    private volatile Ring ring;

    @Autowired
    LinkKeys(LinkSettings settings, SecretFiles files) {
        this(settings.secret(), signing(settings, files));
    }

    LinkKeys(byte[] lasting, Supplier<List<byte[]>> signing) {
        this.lasting = new PurposeKeys(lasting);
        this.signing = signing;
        this.ring = ring(signing.get());
    }

    private static Supplier<List<byte[]>> signing(LinkSettings settings, SecretFiles files) {
        Path file = settings.signingKeyFile();
        List<byte[]> onlyOne = List.of(settings.secret());
        return file == null ? () -> onlyOne : files.watch(List.of(file), KeyLines::read);
    }

    /// HMAC-SHA256 of the bytes with the key of the purpose that never changes.
    public byte[] seal(String purpose, byte[] bytes) {
        return lasting.seal(purpose, bytes);
    }

    /// The same of a text.
    public byte[] seal(String purpose, String text) {
        return seal(purpose, text.getBytes(UTF_8));
    }

    /// HMAC-SHA256 of the bytes with the newest key of the purpose, for [#verify].
    public byte[] sign(String purpose, byte[] bytes) {
        return keys().getFirst().seal(purpose, bytes);
    }

    /// Whether a key that is not retired has signed the bytes.
    ///
    /// @param signature or its beginning, 16 bytes at least
    public boolean verify(String purpose, byte[] bytes, byte[] signature) {
        if (signature.length < SHORTEST) {
            return false;
        }
        for (PurposeKeys each : keys()) {
            if (MessageDigest.isEqual(signature, Arrays.copyOf(each.seal(purpose, bytes), signature.length))) {
                return true;
            }
        }
        return false;
    }

    private List<PurposeKeys> keys() {
        List<byte[]> now = signing.get();
        Ring known = ring;
        // As long as nobody has written others it is the same list, and the comparison costs nothing.
        if (!known.from().equals(now)) {
            known = ring(now);
            ring = known;
        }
        return known.keys();
    }

    private static Ring ring(List<byte[]> from) {
        return new Ring(from, from.stream().map(PurposeKeys::new).toList());
    }
}
