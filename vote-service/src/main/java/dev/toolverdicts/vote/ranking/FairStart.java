package dev.toolverdicts.vote.ranking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a new tool a place by lot, so that whoever votes first does not decide what everybody sees first.
///
/// The lot is a hash of the tool and the hour (UTC): every copy draws the same, a page that is loaded again shows the
/// same, and each hour every new tool draws anew. The earned order of all others stays as it is.
final class FairStart {

    /// An order, and whose place in it was drawn.
    record Drawn(List<Contender> order, Set<UUID> byLot) {}

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final Duration length;

    FairStart(RankingSettings settings) {
        length = settings.fairStart();
    }

    Drawn draw(List<Contender> earned, Instant now) {
        List<Contender> young = earned.stream()
                .filter(tool -> tool.createdAt().plus(length).isAfter(now))
                .sorted(Comparator.comparingDouble(tool -> lot(tool.toolId(), now)))
                .toList();
        var slots = new ArrayList<@Nullable Contender>(earned.size());
        earned.forEach(_ -> slots.add(null));
        for (Contender tool : young) {
            int slot = (int) (lot(tool.toolId(), now) * slots.size());
            while (slots.get(slot) != null) {
                slot = (slot + 1) % slots.size();
            }
            slots.set(slot, tool);
        }
        var byLot = new HashSet<UUID>();
        young.forEach(tool -> byLot.add(tool.toolId()));
        return new Drawn(fill(slots, earned, byLot), byLot);
    }

    private static List<Contender> fill(
            List<@Nullable Contender> slots, List<Contender> earned, Collection<UUID> placed) {
        var others =
                earned.stream().filter(tool -> !placed.contains(tool.toolId())).iterator();
        var order = new ArrayList<Contender>(earned.size());
        for (Contender taken : slots) {
            order.add(taken == null ? others.next() : taken);
        }
        return List.copyOf(order);
    }

    /// From 0 up to, but not, 1.
    private static double lot(UUID tool, Instant now) {
        String seed = tool + ":" + Math.floorDiv(now.getEpochSecond(), HOUR);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.US_ASCII));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
