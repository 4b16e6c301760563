package dev.toolverdicts.catalog.tool;

/// The one rule for the word under "Entry": what a person pays to start.
///
/// Free and freemium start free. Paid and usage-priced tools are Paid, unless their entry amount is zero.
/// Software under an open-source licence can always be started without paying, so it never shows Paid. A
/// price on request and a price that nobody knows are Unknown.
final class EntryLabel {

    private EntryLabel() {}

    static String of(Pricing pricing, String licenseClass) {
        return switch (pricing.model()) {
            case "free", "freemium" -> "Free";
            case "paid", "usage" -> isZero(pricing) || licenseClass.equals("osi_open") ? "Free" : "Paid";
            default -> "Unknown";
        };
    }

    private static boolean isZero(Pricing pricing) {
        return pricing.entryAmount() != null && pricing.entryAmount().signum() == 0;
    }
}
