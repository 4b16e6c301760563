package dev.toolverdicts.catalog.tool;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the price, the licence and the status of a tool rest on. They are read at its official site
/// unless a writer names another place.
record ToolFacts(Evidence price, Evidence license, Evidence status) {

    /// Of a tool of which nobody has said more: it was read when it was written.
    static ToolFacts unsaid(ToolText text, Instant written) {
        var read = new Evidence(text.websiteUrl(), written, written, null);
        Instant priceRead = text.pricing().capturedAt();
        return new ToolFacts(new Evidence(text.websiteUrl(), priceRead, priceRead, null), read, read);
    }

    static ToolFacts first(ToolText text, FactWishes wishes, String actor, Instant now) {
        String site = text.websiteUrl();
        return new ToolFacts(
                Evidence.captured(named(wishes.price(), site), text.pricing().capturedAt(), actor),
                Evidence.captured(named(wishes.license(), site), seen(wishes.license(), now), actor),
                Evidence.captured(named(wishes.status(), site), seen(wishes.status(), now), actor));
    }

    /// Of the same tool with another text. A price tells itself when it was last read.
    ToolFacts next(ToolText before, ToolText after, FactWishes wishes, String actor, Instant now) {
        String priceSource = source(price, wishes.price(), before, after);
        Instant priceRead = after.pricing().capturedAt();
        return new ToolFacts(
                after.pricing().differsFrom(before.pricing())
                        ? Evidence.captured(priceSource, priceRead, actor)
                        : price.seen(priceSource, priceRead, actor),
                next(
                        license,
                        source(license, wishes.license(), before, after),
                        !after.hasLicenseOf(before),
                        wishes.license(),
                        actor,
                        now),
                next(
                        status,
                        source(status, wishes.status(), before, after),
                        !after.status().equals(before.status()),
                        wishes.status(),
                        actor,
                        now));
    }

    /// A new value cannot have been seen when the old one was: such a time only came back with the
    /// rest.
    private static Evidence next(
            Evidence old, @Nullable String source, boolean isNew, FactWish wish, String actor, Instant now) {
        if (!isNew) {
            return old.seen(source, seen(wish, old.verifiedAt()), actor);
        }
        Instant seen = seen(wish, now);
        return Evidence.captured(source, seen.equals(old.verifiedAt()) ? now : seen, actor);
    }

    /// A fact that is read at the official site follows it to another address, also when the writer
    /// sends the old place along with the rest.
    private static @Nullable String source(Evidence old, FactWish wish, ToolText before, ToolText after) {
        String known = old.sourceUrl();
        if (Objects.equals(known, before.websiteUrl())
                && (wish.sourceUrl() == null || wish.sourceUrl().equals(known))) {
            return after.websiteUrl();
        }
        return named(wish, known);
    }

    private static @Nullable String named(FactWish wish, @Nullable String otherwise) {
        return wish.sourceUrl() == null ? otherwise : wish.sourceUrl();
    }

    private static Instant seen(FactWish wish, Instant otherwise) {
        return wish.verifiedAt() == null ? otherwise : wish.verifiedAt();
    }
}
