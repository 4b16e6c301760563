package dev.toolverdicts.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// What a request says it can read.
final class Accepted {

    private Accepted() {}

    /// Whether a person would rather read the answer than a program.
    static boolean isPage(HttpServletRequest request) {
        double page = 0;
        double document = 0;
        for (MediaType accepted : types(request)) {
            if (accepted.equalsTypeAndSubtype(MediaType.TEXT_HTML)
                    || accepted.equalsTypeAndSubtype(MediaType.APPLICATION_XHTML_XML)) {
                page = Math.max(page, accepted.getQualityValue());
            } else if (accepted.getSubtype().endsWith("json")) {
                document = Math.max(document, accepted.getQualityValue());
            }
        }
        return page > document;
    }

    private static List<MediaType> types(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        } catch (InvalidMediaTypeException _) {
            return List.of();
        }
    }

    /// A header that cannot be read asks for nothing, so it is passed over. Left in place it would also stop the
    /// document that complains of it.
    static HttpServletRequest readable(HttpServletRequest request) {
        try {
            var _ = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
            return request;
        } catch (InvalidMediaTypeException _) {
            return new WithoutAccept(request);
        }
    }

    private static final class WithoutAccept extends HttpServletRequestWrapper {

        WithoutAccept(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !HttpHeaders.ACCEPT.equalsIgnoreCase(name))
                    .toList());
        }
    }
}
