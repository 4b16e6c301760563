package dev.toolverdicts.newsletter.mail;

import java.util.regex.Pattern;

/// From whom to whom, as the server is told. Only plain ASCII gets here: a character whose low byte is a line break
/// would
/// become one on the wire, and an encoded one may be decoded by a server behind the next.
public record Envelope(String sender, String recipient) {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    /// Percent encoding, quoted-printable and encoded words, character references, UTF-7.
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}|=0[AaDd]|=\\?|&#|\\+(AA0|AAo)");

    public Envelope {
        check(sender);
        check(recipient);
    }

    /// @throws IllegalArgumentException when it is no address; the message does not repeat it
    static String check(String address) {
        if (address.length() > LONGEST
                || !PLAIN.matcher(address).matches()
                || ENCODED.matcher(address).find()) {
            throw new IllegalArgumentException("no address that a mail server may be told");
        }
        return address;
    }

    /// Never the addresses: they must not get into a log by accident.
    @Override
    public String toString() {
        return "Envelope[…]";
    }
}
