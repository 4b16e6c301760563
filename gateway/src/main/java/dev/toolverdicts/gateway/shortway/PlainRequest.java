package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.edge.Door;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Heads of requests that can mean one thing only, and with which the long way would do nothing but send them on.
final class PlainRequest {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,4}");

    private final long longestBody;

    /// @param longestBody bytes, at most 9999
    PlainRequest(long longestBody) {
        this.longestBody = longestBody;
    }

    boolean isWrite(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return isPlain(request, headers) && !Door.isFromElsewhere(headers);
    }

    /// Its answer will be packed, and whole: only then it is small.
    boolean isRead(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return isPlain(request, headers)
                && takesPacked(headers.get(HttpHeaderNames.ACCEPT_ENCODING))
                && !headers.contains(HttpHeaderNames.RANGE)
                && !headers.contains(HttpHeaderNames.IF_NONE_MATCH)
                && !headers.contains(HttpHeaderNames.IF_MODIFIED_SINCE);
    }

    /// Whoever weighs what they take (`q`) goes the long way: no browser does.
    private static boolean takesPacked(@Nullable String encodings) {
        if (encodings == null) {
            return false;
        }
        for (String each : encodings.split(",", -1)) {
            if (HttpHeaderValues.GZIP.contentEqualsIgnoreCase(each.strip())) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlain(HttpRequest request, HttpHeaders headers) {
        return request.decoderResult().isSuccess()
                && HttpVersion.HTTP_1_1.equals(request.protocolVersion())
                && isPlainAddress(request.uri())
                && isShort(headers.get(HttpHeaderNames.CONTENT_LENGTH))
                && isPlainConnection(headers.getAll(HttpHeaderNames.CONNECTION))
                && isPlainHost(headers.getAll(HttpHeaderNames.HOST))
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.UPGRADE);
    }

    /// Nothing that could be spelled in another way.
    private static boolean isPlainAddress(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '-';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private boolean isShort(@Nullable String length) {
        return length == null || (LENGTH.matcher(length).matches() && Integer.parseInt(length) <= longestBody);
    }

    /// Else it may name headers that are for the gateway alone.
    private static boolean isPlainConnection(List<String> lines) {
        return lines.isEmpty()
                || (lines.size() == 1
                        && (HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(lines.getFirst())
                                || HttpHeaderValues.CLOSE.contentEqualsIgnoreCase(lines.getFirst())));
    }

    /// Else the framework refuses it.
    private static boolean isPlainHost(List<String> lines) {
        return lines.size() == 1 && HOST.matcher(lines.getFirst()).matches();
    }
}
