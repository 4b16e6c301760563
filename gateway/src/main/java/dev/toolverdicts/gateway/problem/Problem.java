package dev.toolverdicts.gateway.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// A problem document (RFC 9457) whose `type` never changes its meaning.
///
/// @param headers what the answer needs besides, such as `Retry-After`
public record Problem(HttpStatus status, String type, String title, String detail, Map<String, String> headers) {

    private static final String BASE = "https://toolverdicts.dev/problems/";

    /// A problem that its status describes well enough; the type is the status's name.
    public static Problem of(HttpStatus status, String detail) {
        String title = status.getReasonPhrase();
        return new Problem(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, detail, Map.of());
    }

    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "There is nothing at this address.");
    }

    public static Problem crossSite() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "cross-site-request",
                "Cross-site request",
                "Changes are taken from this site's own pages only.",
                Map.of());
    }

    public static Problem keyInAddress() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "key-in-address",
                "Key in the address",
                "Addresses are written down on the way. Send the key as a header, and have this one replaced.",
                Map.of());
    }

    public static Problem methodNotAllowed(String allowed) {
        return of(HttpStatus.METHOD_NOT_ALLOWED, "This address takes " + allowed + ".")
                .with("Allow", allowed);
    }

    public static Problem unavailable() {
        return of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The service behind this address cannot be reached at the moment; try again.")
                .with("Retry-After", "1");
    }

    public static Problem cutOff() {
        return of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The connection to the service broke before it answered; what was asked for may have been done.")
                .with("Retry-After", "1");
    }

    /// For what is safe to ask again.
    public static Problem notInTime() {
        return of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The service did not answer in time; what was asked for may have been done. Asking again is safe.")
                .with("Retry-After", "1");
    }

    public static Problem tooSlow() {
        return of(HttpStatus.GATEWAY_TIMEOUT, "The service behind this address took too long to answer.");
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, type, title, detail, more);
    }

    Map<String, Object> document(String instance) {
        Map<String, Object> document = document();
        document.put("instance", instance);
        return document;
    }

    /// Where the address cannot be named.
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", BASE + type);
        document.put("title", title);
        document.put("status", status.value());
        document.put("detail", detail);
        return document;
    }
}
