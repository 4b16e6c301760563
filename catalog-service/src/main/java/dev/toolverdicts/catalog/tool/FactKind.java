package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.history.FactValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of which every change is kept.
enum FactKind {
    PRICE,
    LICENSE,
    STATUS;

    /// @param source where the new value was read
    record Change(
            FactKind kind,
            FactValue old,
            FactValue next,
            @Nullable String source) {}

    /// The word of API and table.
    String word() {
        return switch (this) {
            case PRICE -> "price";
            case LICENSE -> "license";
            case STATUS -> "status";
        };
    }

    static List<Change> changes(Tool before, Tool after) {
        ToolText old = before.text();
        ToolText next = after.text();
        var changes = new ArrayList<Change>();
        if (next.pricing().differsFrom(old.pricing())) {
            changes.add(new Change(
                    PRICE,
                    price(old.pricing()),
                    price(next.pricing()),
                    after.facts().price().sourceUrl()));
        }
        if (!next.hasLicenseOf(old)) {
            changes.add(new Change(
                    LICENSE,
                    license(old),
                    license(next),
                    after.facts().license().sourceUrl()));
        }
        if (!next.status().equals(old.status())) {
            changes.add(new Change(
                    STATUS,
                    FactValue.status(old.status()),
                    FactValue.status(next.status()),
                    after.facts().status().sourceUrl()));
        }
        return changes;
    }

    private static FactValue price(Pricing price) {
        return FactValue.price(price.text(), price.model(), price.entryAmount(), price.currency(), price.period());
    }

    private static FactValue license(ToolText text) {
        return FactValue.license(text.licenseSpdx(), text.licenseClass());
    }
}
