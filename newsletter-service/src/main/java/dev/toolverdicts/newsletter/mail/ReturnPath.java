package dev.toolverdicts.newsletter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Addresses that say which mail it was, by its row in the ledger or by whose it was, sealed so that
/// nobody can report somebody else's bounce. In lower case and short, because servers on the way back
/// may change case and cut what is long.
public final class ReturnPath {

    /// A row's number has up to 18 digits, an id always 32: neither is taken for the other.
    private static final Pattern LOCAL = Pattern.compile("([bu])([0-9]{1,18}|[0-9a-f]{32})-([0-9a-f]{20})");

    private static final int HALF_ID = 16;

    private final Supplier<byte[]> key;
    private final String domain;

    /// @param key asked for each address, so it should not take long
    public ReturnPath(Supplier<byte[]> key, String domain) {
        this.key = key;
        this.domain = domain;
    }

    /// Where the mail of a row returns to when it cannot be delivered.
    public String bounces(long number) {
        return address('b', Long.toString(number));
    }

    /// Where a reader's program writes to unsubscribe.
    public String unsubscribes(long number) {
        return address('u', Long.toString(number));
    }

    /// Where mail that a subscriber gets until further notice returns to when it cannot be delivered.
    public String bounces(UUID subscriberId) {
        return address('b', text(subscriberId));
    }

    /// Where a reader's program writes to end such mail.
    public String unsubscribes(UUID subscriberId) {
        return address('u', text(subscriberId));
    }

    /// What an address of `bounces` names; empty when it is none of ours.
    public Optional<Origin> bounced(String address) {
        return read('b', address);
    }

    /// What an address of `unsubscribes` names; empty when it is none of ours.
    public Optional<Origin> unsubscribed(String address) {
        return read('u', address);
    }

    private String address(char kind, String name) {
        return kind + name + "-" + seal(kind, name) + "@" + domain;
    }

    private Optional<Origin> read(char kind, String address) {
        int at = address.lastIndexOf('@');
        if (at < 0 || !address.substring(at + 1).equalsIgnoreCase(domain)) {
            return Optional.empty();
        }
        Matcher local = LOCAL.matcher(address.substring(0, at).toLowerCase(Locale.ROOT));
        if (!local.matches() || local.group(1).charAt(0) != kind) {
            return Optional.empty();
        }
        String name = local.group(2);
        boolean ours = MessageDigest.isEqual(
                local.group(3).getBytes(UTF_8), seal(kind, name).getBytes(UTF_8));
        return ours ? Optional.of(origin(name)) : Optional.empty();
    }

    private static Origin origin(String name) {
        return name.length() == 2 * HALF_ID
                ? new Origin.Standing(new UUID(
                        HexFormat.fromHexDigitsToLong(name, 0, HALF_ID),
                        HexFormat.fromHexDigitsToLong(name, HALF_ID, 2 * HALF_ID)))
                : new Origin.Row(Long.parseLong(name));
    }

    private static String text(UUID id) {
        return id.toString().replace("-", "");
    }

    private String seal(char kind, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            byte[] seal = mac.doFinal((kind + name).getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(seal, 10));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
