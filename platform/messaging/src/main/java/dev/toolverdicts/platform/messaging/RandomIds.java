package dev.toolverdicts.platform.messaging;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random ids (UUID version 4) without the lock that all callers of [UUID#randomUUID()] wait for: each thread draws
/// from
/// a generator of its own with 384 bits of state, seeded by the system's source. Unique, not secret: tokens are made
/// elsewhere.
final class RandomIds implements Ids {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L128X256MixRandom");

    private final SecureRandom seeds = new SecureRandom();
    private final ThreadLocal<RandomGenerator> generators =
            ThreadLocal.withInitial(() -> GENERATORS.create(seeds.generateSeed(48)));

    @Override
    public UUID next() {
        if (Thread.currentThread().isVirtual()) { // too many for a generator each
            return UUID.randomUUID();
        }
        RandomGenerator random = generators.get();
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62));
    }
}
