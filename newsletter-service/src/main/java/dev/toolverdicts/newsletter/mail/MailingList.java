package dev.toolverdicts.newsletter.mail;

/// A list that people are on, as the headers of its mails tell of it: what Gmail, Yahoo and Outlook ask
/// bulk senders for.
///
/// @param name for people
/// @param key in short
/// @param host of the public site
public record MailingList(String name, String key, String host) {

    /// @param edition mails that are looked at together when readers complain
    /// @param endUrl a bare POST to it ends such mail (RFC 8058)
    /// @param endAddress a mail to it does the same
    public MailMessage introduce(MailMessage message, String edition, String endUrl, String endAddress) {
        return message.add("List-Id", name + " <" + key + "." + host + ">")
                .add("List-Unsubscribe", "<" + endUrl + ">, <mailto:" + endAddress + ">")
                .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .add("Feedback-ID", edition + ":" + key + ":newsletter:toolverdicts")
                .add("Precedence", "bulk");
    }
}
