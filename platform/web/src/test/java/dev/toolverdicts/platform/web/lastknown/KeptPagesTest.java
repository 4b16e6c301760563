package dev.toolverdicts.platform.web.lastknown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KeptPagesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");

    /// Random words hardly pack, so that a page's size is about what it says.
    private static KeptPage page(long seed, int bytes) {
        StringBuilder text = new StringBuilder();
        new Random(seed).ints(bytes, 'a', 'z').forEach(letter -> text.append((char) letter));
        return KeptPage.of(text.toString(), MONDAY);
    }

    @Test
    void aPageComesBackAsItWas() {
        String html = "<main>Grüße, 世界 🚢</main>".repeat(500);
        KeptPage kept = KeptPage.of(html, MONDAY);

        assertThat(kept.html()).isEqualTo(html);
        assertThat(kept.at()).isEqualTo(MONDAY);
        assertThat(kept.size()).isLessThan(html.length() / 20);
    }

    @Test
    void whatNobodyAskedForTheLongestGoesFirst() {
        var pages = new KeptPages(3_500);
        pages.keep("/a", page(1, 1_000));
        pages.keep("/b", page(2, 1_000));
        pages.keep("/c", page(3, 1_000));
        assertThat(pages.find("/a")).isNotNull();

        pages.keep("/d", page(4, 2_000));

        assertThat(pages.find("/b")).isNull();
        assertThat(pages.find("/d")).isNotNull();
        assertThat(pages.bytes()).isBetween(1L, 3_500L);
    }

    @Test
    void aPageThatIsTooLargeDrivesNothingOut() {
        var pages = new KeptPages(3_000);
        pages.keep("/small", page(1, 500));

        pages.keep("/large", page(2, 20_000));

        assertThat(pages.find("/large")).isNull();
        assertThat(pages.find("/small")).isNotNull();
    }

    @Test
    void aPageThatHasGrownTooLargeIsNotShownAsItWasBefore() {
        var pages = new KeptPages(3_000);
        pages.keep("/a", page(1, 500));

        pages.keep("/a", page(2, 20_000));

        assertThat(pages.find("/a")).isNull();
        assertThat(pages.bytes()).isZero();
    }

    @Test
    void nothingIsKeptWithoutMemory() {
        var pages = new KeptPages(0);

        pages.keep("/a", page(1, 10));

        assertThat(pages.find("/a")).isNull();
    }

    @Test
    void replacingAndForgettingGiveTheirMemoryBack() {
        var pages = new KeptPages(100_000);
        pages.keep("/a", page(1, 1_000));
        long one = pages.bytes();
        pages.keep("/a", page(1, 1_000));
        assertThat(pages.bytes()).isEqualTo(one);
        pages.keep("/b", page(1, 1_000));
        assertThat(pages.bytes()).isEqualTo(2 * one);

        pages.forget("/a");
        pages.forget("/a");
        assertThat(pages.bytes()).isEqualTo(one);
        pages.forgetAll();
        assertThat(pages.bytes()).isZero();
        assertThat(pages.find("/b")).isNull();
    }

    @Test
    void theBudgetHoldsWhateverComesAtOnce() throws Exception {
        long budget = 50_000;
        var pages = new KeptPages(budget);
        List<Callable<Long>> visitors = new ArrayList<>();
        for (int visitor = 0; visitor < 8; visitor++) {
            int seed = visitor;
            visitors.add(() -> most(pages, seed));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Long> most : threads.invokeAll(visitors)) {
                assertThat(most.get()).isLessThanOrEqualTo(budget);
            }
        }

        pages.forgetAll();
        assertThat(pages.bytes()).isZero();
    }

    /// The most memory that was seen in use.
    private static long most(KeptPages pages, int seed) {
        Random random = new Random(seed);
        long most = 0;
        for (int turn = 0; turn < 500; turn++) {
            String address = "/" + random.nextInt(60);
            switch (random.nextInt(4)) {
                case 0 -> pages.find(address);
                case 1 -> pages.forget(address);
                default -> pages.keep(address, page(turn, random.nextInt(3_000)));
            }
            most = Math.max(most, pages.bytes());
        }
        return most;
    }
}
