package dev.toolverdicts.catalog.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps the pictures that were asked for last. One is drawn at a time, and nobody waits long for a
/// turn: it takes a processor some tens of milliseconds, and there are more comparisons than anybody
/// needs a picture of.
@Component
class ShareImages {

    private static final Logger log = LoggerFactory.getLogger(ShareImages.class);
    private static final int MOST = 200;
    private static final long PATIENCE_SECONDS = 2;

    private final ReentrantLock turn = new ReentrantLock();

    /// About 30 KB each.
    private final Map<ShareCard, byte[]> drawn = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ShareCard, byte[]> eldest) {
            return size() > MOST;
        }
    };

    private @Nullable Boolean fonts;

    /// Empty when there is none just now: too many are being drawn, or this machine has no fonts.
    Optional<byte[]> of(ShareCard card) {
        Optional<byte[]> known = known(card);
        return known.isPresent() ? known : inTurn(card);
    }

    private Optional<byte[]> inTurn(ShareCard card) {
        if (!getsTurn()) {
            return Optional.empty();
        }
        try {
            // Who had the turn before may have drawn the same.
            Optional<byte[]> known = known(card);
            return known.isPresent() || !hasFonts() ? known : Optional.of(draw(card));
        } finally {
            turn.unlock();
        }
    }

    private boolean getsTurn() {
        try {
            return turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] draw(ShareCard card) {
        byte[] png = ShareImage.png(card);
        synchronized (drawn) {
            drawn.put(card, png);
        }
        return png;
    }

    private Optional<byte[]> known(ShareCard card) {
        synchronized (drawn) {
            return Optional.ofNullable(drawn.get(card));
        }
    }

    private boolean hasFonts() {
        Boolean known = fonts;
        if (known == null) {
            known = findsFonts();
            fonts = known;
        }
        return known;
    }

    /// Without any the JDK fails when it first looks for one, in one of several ways.
    private static boolean findsFonts() {
        try {
            ShareImage.lookForFonts();
            return true;
        } catch (RuntimeException | LinkageError | InternalError none) {
            log.warn("event=no_fonts pictures=off help=\"install fontconfig and a font\"", none);
            return false;
        }
    }
}
