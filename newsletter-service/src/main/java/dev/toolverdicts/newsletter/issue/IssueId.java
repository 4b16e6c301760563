package dev.toolverdicts.newsletter.issue;

import java.util.UUID;
import java.util.regex.Pattern;

/// An issue's id in an address.
public final class IssueId {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private IssueId() {}

    /// @throws IssueNotFound when no issue could have it
    public static UUID of(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new IssueNotFound();
        }
        return UUID.fromString(text);
    }
}
