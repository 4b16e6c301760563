package dev.toolverdicts.platform.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Problem documents (RFC 9457) whose `type` never changes its meaning.
public final class Problem {

    private static final String BASE = "https://toolverdicts.dev/problems/";

    private Problem() {}

    /// A problem that its status describes well enough; the type is the status's name.
    public static ProblemDetail of(HttpStatus status, String detail) {
        return of(status, kebab(status.getReasonPhrase()), status.getReasonPhrase(), detail);
    }

    public static ProblemDetail of(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(BASE + type));
        problem.setTitle(title);
        return problem;
    }

    public static ProblemDetail notFound() {
        return of(HttpStatus.NOT_FOUND, "There is nothing at this address.");
    }

    static ProblemDetail bodyTooLarge(long limit) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "Body too large",
                "A body may have up to %d bytes.".formatted(limit));
    }

    /// The address that was asked for, as far as it is one.
    static URI instance(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException _) {
            return URI.create("/");
        }
    }

    private static String kebab(String words) {
        return words.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
