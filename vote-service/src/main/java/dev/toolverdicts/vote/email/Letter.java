package dev.toolverdicts.vote.email;

/// A mail to be sent: to whom, and with which token.
record Letter(String address, String token) {

    private static final String GAP = "\n";

    String text() {
        return address + GAP + token;
    }

    static Letter parse(String text) {
        String[] parts = text.split(GAP, 2);
        return new Letter(parts[0], parts[1]);
    }

    /// Never the address or the token.
    @Override
    public String toString() {
        return "Letter[…]";
    }
}
