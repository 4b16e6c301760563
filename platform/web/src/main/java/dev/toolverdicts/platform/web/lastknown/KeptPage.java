package dev.toolverdicts.platform.web.lastknown;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A page and the time it was asked for; packed, since pages are mostly the same words.
final class KeptPage {

    /// What a page takes beside its bytes and its address, roughly.
    private static final int OVERHEAD = 200;

    private final byte[] packed;
    private final Instant at;

    private KeptPage(byte[] packed, Instant at) {
        this.packed = packed;
        this.at = at;
    }

    static KeptPage of(String html, Instant at) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(html.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new KeptPage(packed.toByteArray(), at);
    }

    String html() {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Instant at() {
        return at;
    }

    int weight() {
        return OVERHEAD + packed.length;
    }
}
