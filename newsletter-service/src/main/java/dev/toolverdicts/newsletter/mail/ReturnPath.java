package dev.toolverdicts.newsletter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Addresses that say which row of the ledger a mail was, sealed so that nobody can report somebody else's bounce.
/// In lower case and short, because servers on the way back may change case and cut what is long.
public final class ReturnPath {

    private static final Pattern LOCAL = Pattern.compile("([bu])([0-9]{1,18})-([0-9a-f]{20})");

    private final Supplier<byte[]> key;
    private final String domain;

    /// @param key asked for each address, so it should not take long
    public ReturnPath(Supplier<byte[]> key, String domain) {
        this.key = key;
        this.domain = domain;
    }

    /// Where the mail returns to when it cannot be delivered.
    public String bounces(long number) {
        return address('b', number);
    }

    /// Where a reader's program writes to unsubscribe.
    public String unsubscribes(long number) {
        return address('u', number);
    }

    /// The row that an address of [#bounces] names; empty when it is none of ours.
    public OptionalLong bounced(String address) {
        return read('b', address);
    }

    /// The row that an address of [#unsubscribes] names; empty when it is none of ours.
    public OptionalLong unsubscribed(String address) {
        return read('u', address);
    }

    private String address(char kind, long number) {
        return kind + Long.toString(number) + "-" + seal(kind, number) + "@" + domain;
    }

    private OptionalLong read(char kind, String address) {
        int at = address.lastIndexOf('@');
        if (at < 0 || !address.substring(at + 1).equalsIgnoreCase(domain)) {
            return OptionalLong.empty();
        }
        Matcher local = LOCAL.matcher(address.substring(0, at).toLowerCase(java.util.Locale.ROOT));
        if (!local.matches() || local.group(1).charAt(0) != kind) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(local.group(2));
        boolean ours = MessageDigest.isEqual(
                local.group(3).getBytes(UTF_8), seal(kind, number).getBytes(UTF_8));
        return ours ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private String seal(char kind, long number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            byte[] seal = mac.doFinal((kind + Long.toString(number)).getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(seal, 10));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
