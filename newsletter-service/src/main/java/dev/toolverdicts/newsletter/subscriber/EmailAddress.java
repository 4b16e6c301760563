package dev.toolverdicts.newsletter.subscriber;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// An address that is safe to put into a mail's envelope and header: printable ASCII of the plain
/// `local@domain` form. It holds no control character and no line break in any of the encodings that
/// some layer may decode again.
///
/// @param text as typed, with the domain in lower-case ASCII
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
    private static final Pattern DEVIATING = Pattern.compile("[ßς]");
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");
    /// Percent encoding, quoted-printable and encoded words, character references, escapes, UTF-7.
    private static final Pattern ENCODED =
            Pattern.compile("%[0-9A-Fa-f]{2}|=0[AaDd]|=\\?|&#|\\\\|\\+(AA0|AAo)", Pattern.UNICODE_CASE);

    public EmailAddress {
        refuse(text.isBlank(), "is needed");
        refuse(text.codePoints().anyMatch(EmailAddress::isControl), "must not contain control characters");
        refuse(text.length() > LONGEST, "may have up to 254 characters");
        refuse(ENCODED.matcher(text).find(), "must not contain encoded characters");
        int at = text.lastIndexOf('@');
        refuse(at < 1 || at == text.length() - 1, "must look like name@example.org");
        String local = text.substring(0, at);
        refuse(local.length() > LONGEST_LOCAL, "may have up to 64 characters before the @");
        refuse(!LOCAL.matcher(local).matches(), "has a character before the @ that cannot stand there");
        text = local + "@" + domain(text.substring(at + 1));
        refuse(text.length() > LONGEST, "may have up to 254 characters");
    }

    /// @param typed as it came; blanks around it are not part of the address
    /// @throws InvalidEmail when it is no address
    public static EmailAddress typed(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && typed.charAt(start) == ' ') {
            start++;
        }
        while (end > start && typed.charAt(end - 1) == ' ') {
            end--;
        }
        return new EmailAddress(typed.substring(start, end));
    }

    /// One person, one key, however the address is typed.
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    /// What is one inbox in all likelihood, however it is written: without case, without what follows a
    /// plus and, at Gmail, without dots. For limits alone; mail goes to the address as it was typed.
    public String mailbox() {
        String key = key();
        int at = key.lastIndexOf('@');
        int plus = key.substring(0, at).indexOf('+', 1);
        String local = key.substring(0, plus < 0 ? at : plus);
        String domain = key.substring(at + 1);
        return GMAIL.contains(domain) ? local.replace(".", "") + "@gmail.com" : local + "@" + domain;
    }

    /// Never the address: it must not get into a log by accident.
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }

    private static String domain(String typed) {
        // The JDK spells these as IDNA of 2003 did, as "ss" and "σ". Today that is somebody else's domain.
        refuse(
                DEVIATING.matcher(typed).find(),
                "has ß or ς in its domain, which programs spell differently; write that domain as it begins with xn--");
        String ascii;
        try {
            ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notADomain) {
            throw new InvalidEmail("must end in a domain, as in name@example.org");
        }
        refuse(!DOMAIN.matcher(ascii).matches(), "must end in a domain, as in name@example.org");
        return ascii;
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new InvalidEmail(why);
        }
    }
}
