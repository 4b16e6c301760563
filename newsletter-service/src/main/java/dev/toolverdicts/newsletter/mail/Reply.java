package dev.toolverdicts.newsletter.mail;

/// A server's reply as it is kept: one line, of bearable length, without control characters.
final class Reply {

    private static final int LONGEST = 500;

    private Reply() {}

    static String oneLine(String reply) {
        String line = reply.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
