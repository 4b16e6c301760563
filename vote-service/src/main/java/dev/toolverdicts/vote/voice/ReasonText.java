package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.web.InvalidInput;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of plain text, made of what somebody typed. What is not seen goes, as it could turn a
/// line around or hide something in it; what leads elsewhere is refused, as moderators would have
/// to follow it.
final class ReasonText {

    static final int LONGEST = 140;

    /// Far above what can be left of it after cleaning, and short enough to look at.
    private static final int LONGEST_TYPED = 2_000;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern GAP = Pattern.compile("[\\p{Cc}\\p{Z}]+");

    /// A scheme, `www.`, a name of a site, or a dotted name with a path. Node.js and 4.5 are none
    /// of these, nor is a word after a full stop without a space. What gets through a moderator sees.
    private static final Pattern LINK = Pattern.compile(
            "://|\\bwww\\.|[\\p{L}\\p{N}]\\.\\p{L}{2,}/"
                    + "|[\\p{L}\\p{N}-]\\.(?:com|org|net|info|biz|io|ai|app|dev|co|xyz|site|shop|online|link|club|gg|ly"
                    + "|tv|uk|eu|de|fr|nl|ru|cn)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ReasonText() {}

    /// @return null when nothing is left
    /// @throws InvalidInput when it is too long, or holds a link
    static @Nullable String of(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        if (typed.length() > LONGEST_TYPED) {
            throw tooLong();
        }
        String seen =
                UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("");
        String line = GAP.matcher(seen).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) > LONGEST) {
            throw tooLong();
        }
        if (LINK.matcher(line).find()) {
            throw new InvalidInput("/reason", "must not hold a link");
        }
        return line.isEmpty() ? null : line;
    }

    private static InvalidInput tooLong() {
        return new InvalidInput("/reason", "must have at most " + LONGEST + " characters");
    }
}
