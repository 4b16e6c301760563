package dev.toolverdicts.catalog.tool;

/// The one rule for the word under "Entry": what a person pays to start.
///
/// Free and freemium start free. Paid and usage-priced tools are Paid, unless their entry amount is zero. Software
/// under
/// an open-source licence can always be started without paying, so it never shows Paid. What is not stated is Unknown.
final class EntryLabel {

    private EntryLabel() {}

    static String of(Pricing pricing, String licenseClass) {
        boolean zero = pricing.entryAmount() != null && pricing.entryAmount().signum() == 0;
        String label = switch (pricing.model()) {
            case "free", "freemium" -> "Free";
            case "paid", "usage" -> zero ? "Free" : "Paid";
            default -> zero ? "Free" : "Unknown";
        };
        return label.equals("Paid") && licenseClass.equals("osi_open") ? "Free" : label;
    }
}
