package dev.toolverdicts.vote.email;

import dev.toolverdicts.vote.web.InvalidInput;
import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// An address that is safe in a mail's envelope and header: printable ASCII of the plain `local@domain`
/// form, without a line break in any of the encodings that some layer may decode again.
///
/// @param text as typed, with the domain in lower-case ASCII
record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
    private static final Pattern DEVIATING = Pattern.compile("[ßς\u200c\u200d]");
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");
    /// Percent encoding, quoted-printable and encoded words, character references, UTF-7.
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}|=0[AaDd]|=\\?|&#|\\+(AA0|AAo)");

    EmailAddress {
        int at = text.lastIndexOf('@');
        refuse(text.length() > LONGEST, "may have up to 254 characters");
        refuse(at < 1 || at > LONGEST_LOCAL || ENCODED.matcher(text).find(), "must look like name@example.org");
        refuse(!LOCAL.matcher(text.substring(0, at)).matches(), "must look like name@example.org");
        text = text.substring(0, at) + "@" + domain(text.substring(at + 1));
        refuse(text.length() > LONGEST, "may have up to 254 characters");
    }

    private static String domain(String typed) {
        // The JDK spells these as IDNA of 2003 did, as "ss", "σ" and nothing. Today that is somebody else's domain.
        refuse(
                DEVIATING.matcher(typed).find(),
                "has ß, ς or a joiner in its domain, which programs spell differently; write that domain as it begins with xn--");
        try {
            String ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            refuse(!DOMAIN.matcher(ascii).matches(), "must end in a domain, as in name@example.org");
            return ascii;
        } catch (IllegalArgumentException | IndexOutOfBoundsException notADomain) {
            throw new InvalidInput("/email", "must end in a domain, as in name@example.org");
        }
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new InvalidInput("/email", why);
        }
    }

    String domain() {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    /// What is one mailbox in all likelihood, however it is written: without case, without what follows
    /// a plus and, at Gmail, without dots.
    String mailbox() {
        int at = text.lastIndexOf('@');
        int plus = text.substring(0, at).indexOf('+', 1);
        String local = text.substring(0, plus < 0 ? at : plus).toLowerCase(Locale.ROOT);
        return GMAIL.contains(domain()) ? local.replace(".", "") + "@gmail.com" : local + "@" + domain();
    }

    /// Never the address: it must not get into a log by accident.
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
