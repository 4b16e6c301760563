package dev.toolverdicts.catalog.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;

/// Passes on what is answered and remembers it. The reader waits for nothing that happens here.
final class TeedResponse extends HttpServletResponseWrapper {

    private static final class Tee extends FilterWriter {

        private final StringBuilder copy;

        private Tee(Writer out, StringBuilder copy) {
            super(out);
            this.copy = copy;
        }

        @Override
        public void write(int letter) throws IOException {
            out.write(letter);
            copy.append((char) letter);
        }

        @Override
        public void write(char[] letters, int from, int length) throws IOException {
            out.write(letters, from, length);
            copy.append(letters, from, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            out.write(text, from, length);
            copy.append(text, from, from + length);
        }
    }

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final StringBuilder text = new StringBuilder();
    private @Nullable PrintWriter writer;
    private boolean plain = true;

    TeedResponse(HttpServletResponse response) {
        super(response);
    }

    /// Null for what is no page that everybody may see.
    @Nullable
    SharedPage page(HttpServletRequest request, List<String> tools, Instant until) throws IOException {
        String type = getContentType();
        String control = String.join(",", headers.getOrDefault(HttpHeaders.CACHE_CONTROL, List.of()));
        if (!plain
                || text.isEmpty()
                || getStatus() != SC_OK
                || type == null
                || !type.toLowerCase(Locale.ROOT).replace(" ", "").equals("text/html;charset=utf-8")
                || control.contains("no-store")
                || headers.containsKey(HttpHeaders.SET_COOKIE)) {
            return null;
        }
        byte[] body = text.toString().getBytes(UTF_8);
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return new SharedPage(tools, until, pattern, type, headers, packed(body), body.length);
    }

    private static byte[] packed(byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream(body.length / 4);
        try (var out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter made = writer;
        if (made == null) {
            made = new PrintWriter(new Tee(super.getWriter(), text));
            writer = made;
        }
        return made;
    }

    /// A page is text; whatever else is written is not remembered.
    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        plain = false;
        return super.getOutputStream();
    }

    @Override
    public void reset() {
        super.reset();
        headers.clear();
        text.setLength(0);
        writer = null;
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        text.setLength(0);
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, value);
        headers.remove(name);
        remember(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, value);
        remember(name, value);
    }

    /// The server passes over what is null, or takes the header back.
    private void remember(String name, @Nullable String value) {
        if (value != null) {
            headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
    }

    /// The server makes a header of it.
    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        headers.put(HttpHeaders.CONTENT_LANGUAGE, List.of(locale.toLanguageTag()));
    }

    /// What a date or a number says may be another one the next time.
    @Override
    public void setDateHeader(String name, long date) {
        super.setDateHeader(name, date);
        plain = false;
    }

    @Override
    public void addDateHeader(String name, long date) {
        super.addDateHeader(name, date);
        plain = false;
    }

    @Override
    public void setIntHeader(String name, int value) {
        super.setIntHeader(name, value);
        plain = false;
    }

    @Override
    public void addIntHeader(String name, int value) {
        super.addIntHeader(name, value);
        plain = false;
    }

    @Override
    public void addCookie(Cookie cookie) {
        super.addCookie(cookie);
        plain = false;
    }
}
