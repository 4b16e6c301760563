package dev.toolverdicts.newsletter.mail;

import java.util.UUID;

/// Why a mail comes that nobody asked for just now: somebody subscribed to such mail. It is not sent
/// when that has ended since, and carries the headers of a list, by which a mail program ends it.
///
/// @param endUrl a bare POST to it ends such mail (RFC 8058)
public record StandingWish(UUID subscriberId, String endUrl) {

    public StandingWish {
        MailText.header(endUrl);
    }
}
