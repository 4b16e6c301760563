package dev.toolverdicts.newsletter.link;

import java.util.Locale;

/// What a token allows. None does for another.
public enum Purpose {
    /// In every issue, for ever: ends the subscription and nothing else.
    UNSUBSCRIBE,
    /// In every issue, for ever: how often and about what.
    PREFERENCES,
    /// On the page of preferences and in every alert, for ever: what is followed.
    ALERTS,
    /// In every alert, for ever: ends one follow, or all that come by mail, and nothing else.
    UNFOLLOW,
    /// Mailed on request, once: this address wants the newsletter.
    CONFIRM,
    /// Mailed to a new address, once: move the subscription here.
    ADDRESS,
    /// Mailed on request, for a day: hand out all that is stored.
    EXPORT,
    /// Mailed on request, once within a day: forget me.
    ERASE;

    /// As the page of this purpose and the database write it.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
