package dev.toolverdicts.platform.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PagesByAddressTest {

    /// What the address `/a` takes, or any other of two letters.
    private static final int ADDRESS = 4;

    private static PagesByAddress<byte[]> pages(long budget) {
        return new PagesByAddress<>(budget, page -> page.length);
    }

    @Test
    void whatNobodyAskedForTheLongestGoesFirst() {
        PagesByAddress<byte[]> pages = pages(3_500);
        pages.keep("/a", new byte[1_000]);
        pages.keep("/b", new byte[1_000]);
        pages.keep("/c", new byte[1_000]);
        assertThat(pages.find("/a")).isNotNull();

        pages.keep("/d", new byte[1_000]);

        assertThat(pages.find("/b")).isNull();
        assertThat(pages.find("/a")).isNotNull();
        assertThat(pages.find("/c")).isNotNull();
        assertThat(pages.find("/d")).isNotNull();
        assertThat(pages.bytes()).isEqualTo(3 * (1_000 + ADDRESS));
    }

    @Test
    void asManyGoAsALargerOneNeeds() {
        PagesByAddress<byte[]> pages = pages(3_500);
        pages.keep("/a", new byte[1_000]);
        pages.keep("/b", new byte[1_000]);
        pages.keep("/c", new byte[1_000]);

        pages.keep("/d", new byte[2_400]);

        assertThat(pages.find("/a")).isNull();
        assertThat(pages.find("/b")).isNull();
        assertThat(pages.find("/c")).isNotNull();
        assertThat(pages.find("/d")).isNotNull();
        assertThat(pages.bytes()).isEqualTo(1_000 + 2_400 + 2 * ADDRESS);
    }

    @Test
    void theBudgetIsUsedToTheLastByteAndAddressesCount() {
        PagesByAddress<byte[]> pages = pages(2 * (1_000 + ADDRESS));
        pages.keep("/a", new byte[1_000]);
        pages.keep("/b", new byte[1_000]);
        assertThat(pages.find("/a")).isNotNull();

        pages.keep("/b", new byte[1_001]);

        assertThat(pages.find("/a")).isNull();
        assertThat(pages.find("/b")).hasSize(1_001);
    }

    @Test
    void aPageThatIsTooLargeDrivesNothingOut() {
        PagesByAddress<byte[]> pages = pages(3_000);
        pages.keep("/small", new byte[500]);

        pages.keep("/large", new byte[20_000]);

        assertThat(pages.find("/large")).isNull();
        assertThat(pages.find("/small")).isNotNull();
    }

    @Test
    void aPageThatHasGrownTooLargeIsNotShownAsItWasBefore() {
        PagesByAddress<byte[]> pages = pages(3_000);
        pages.keep("/a", new byte[500]);

        pages.keep("/a", new byte[20_000]);

        assertThat(pages.find("/a")).isNull();
        assertThat(pages.bytes()).isZero();
    }

    @Test
    void nothingIsKeptWithoutMemory() {
        PagesByAddress<byte[]> pages = pages(0);

        pages.keep("/a", new byte[10]);

        assertThat(pages.find("/a")).isNull();
    }

    @Test
    void replacingAndForgettingGiveTheirMemoryBack() {
        PagesByAddress<byte[]> pages = pages(100_000);
        pages.keep("/a", new byte[1_000]);
        long one = pages.bytes();
        pages.keep("/a", new byte[1_000]);
        assertThat(pages.bytes()).isEqualTo(one);
        pages.keep("/b", new byte[1_000]);
        assertThat(pages.bytes()).isEqualTo(2 * one);

        pages.forget("/a");
        pages.forget("/a");
        assertThat(pages.bytes()).isEqualTo(one);
        pages.forgetAll();
        assertThat(pages.bytes()).isZero();
        assertThat(pages.find("/b")).isNull();
    }

    @Test
    void forgettingByWhatAPageIsTakesThoseAloneAndGivesTheirMemoryBack() {
        PagesByAddress<byte[]> pages = pages(100_000);
        pages.keep("/a", new byte[1_000]);
        pages.keep("/b", new byte[200]);
        pages.keep("/c", new byte[1_000]);

        pages.forgetIf(page -> page.length == 1_000);

        assertThat(pages.find("/a")).isNull();
        assertThat(pages.find("/b")).isNotNull();
        assertThat(pages.find("/c")).isNull();
        assertThat(pages.bytes()).isEqualTo(200 + ADDRESS);
        pages.forgetIf(page -> page.length == 1_000);
        assertThat(pages.bytes()).isEqualTo(200 + ADDRESS);
        pages.forgetIf(_ -> true);
        assertThat(pages.bytes()).isZero();
    }

    @Test
    void beingAskedWhetherItGoesIsNotBeingAskedFor() {
        PagesByAddress<byte[]> pages = pages(2_500);
        pages.keep("/a", new byte[1_000]);
        pages.keep("/b", new byte[1_000]);
        pages.find("/a");

        pages.forgetIf(_ -> false);
        pages.keep("/c", new byte[1_000]);

        assertThat(pages.find("/b")).isNull();
        assertThat(pages.find("/a")).isNotNull();
    }

    @Test
    void theBudgetHoldsWhateverComesAtOnce() throws Exception {
        long budget = 50_000;
        PagesByAddress<byte[]> pages = pages(budget);
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

        // What is left is what was counted.
        for (int address = 0; address < 60; address++) {
            pages.forget("/" + address);
        }
        assertThat(pages.bytes()).isZero();
    }

    /// The most memory that was seen in use.
    private static long most(PagesByAddress<byte[]> pages, int seed) {
        Random random = new Random(seed);
        long most = 0;
        for (int turn = 0; turn < 500; turn++) {
            String address = "/" + random.nextInt(60);
            int size = random.nextInt(3_000);
            switch (random.nextInt(5)) {
                case 0 -> pages.find(address);
                case 1 -> pages.forget(address);
                case 2 -> pages.forgetIf(page -> page.length / 100 == size / 100);
                default -> pages.keep(address, new byte[size]);
            }
            most = Math.max(most, pages.bytes());
        }
        return most;
    }
}
