package dev.toolverdicts.newsletter.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A wish to get the newsletter.
///
/// @param topics keys of what it should be about; none means everything
/// @param source where the form stood, so that we learn which one helps
public record Subscription(
        EmailAddress email, List<String> topics, @Nullable String source) {

    public static final int MOST_TOPICS = 20;
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9/_.:-]{1,200}");

    public Subscription {
        topics = List.copyOf(topics);
        if (topics.size() > MOST_TOPICS || !topics.stream().allMatch(Subscription::isTopic)) {
            throw new IllegalArgumentException("not topics");
        }
        if (source != null && !isSource(source)) {
            throw new IllegalArgumentException("no source");
        }
    }

    public static boolean isTopic(String text) {
        return text.length() <= 64 && TOPIC.matcher(text).matches();
    }

    public static boolean isSource(String text) {
        return SOURCE.matcher(text).matches();
    }

    /// Of what is asked for; how an address is written does not matter.
    byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((email.key() + "\n" + topics + "\n" + source).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
