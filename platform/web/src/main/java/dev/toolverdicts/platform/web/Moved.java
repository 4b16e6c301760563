package dev.toolverdicts.platform.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The way to an address that is canonical for now: a thing may get an old name back, so nobody keeps it for
/// long.
public final class Moved {

    private static final CacheControl FIVE_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5));

    private Moved() {}

    public static <T> ResponseEntity<T> to(String path) {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create(path))
                .cacheControl(FIVE_MINUTES)
                .build();
    }
}
