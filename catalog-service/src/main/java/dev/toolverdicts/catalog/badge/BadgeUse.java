package dev.toolverdicts.catalog.badge;

/// How often a badge was asked for, and how often somebody came by it.
public record BadgeUse(long shown, long followed) {

    static final BadgeUse SHOWN = new BadgeUse(1, 0);
    static final BadgeUse FOLLOWED = new BadgeUse(0, 1);

    BadgeUse plus(BadgeUse more) {
        return new BadgeUse(shown + more.shown, followed + more.followed);
    }
}
