package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An answer for programs, which may keep it for a while; pages are asked for again each time.
final class KeptAnswer {

    private KeptAnswer() {}

    static ResponseEntity<String> of(String text, MediaType type, Duration kept, HttpServletResponse response) {
        keep(kept, response);
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(tag(text.getBytes(UTF_8)))
                .body(text);
    }

    static ResponseEntity<byte[]> of(byte[] bytes, MediaType type, Duration kept, HttpServletResponse response) {
        keep(kept, response);
        return ResponseEntity.ok().contentType(type).eTag(tag(bytes)).body(bytes);
    }

    /// Set at the response, where the header for pages stands already.
    static void keep(Duration kept, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(kept).cachePublic().getHeaderValue());
    }

    private static String tag(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return '"' + Integer.toHexString(bytes.length) + '-' + HexFormat.of().toHexDigits((int) sum.getValue()) + '"';
    }
}
