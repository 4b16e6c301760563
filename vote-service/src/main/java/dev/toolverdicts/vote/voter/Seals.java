package dev.toolverdicts.vote.voter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Seals for one purpose whose keys change: the newest makes them, all that are not retired know them.
final class Seals {

    /// @param keyId names the key in what it has sealed
    record Keyed(byte keyId, Seal seal) {}

    private record Derived(List<byte[]> from, List<Keyed> seals) {}

    private final Supplier<List<byte[]>> secrets;
    private final Function<byte[], Keyed> derivation;
    private volatile Derived derived;

    Seals(Supplier<List<byte[]>> secrets, Function<byte[], Keyed> derivation) {
        this.secrets = secrets;
        this.derivation = derivation;
        this.derived = derive(secrets.get());
    }

    /// The seal of all parts in their order, by the newest key. Parts must have fixed lengths, or two
    /// texts could share a seal.
    byte[] of(byte[]... parts) {
        return newest().seal().of(parts);
    }

    /// Whether one of the keys has made the seal.
    boolean matches(byte[] seal, byte[]... parts) {
        for (Keyed each : all()) {
            if (each.seal().matches(seal, parts)) {
                return true;
            }
        }
        return false;
    }

    /// The key of that name which has made the seal.
    Optional<Keyed> makerOf(byte keyId, byte[] seal, byte[] content) {
        for (Keyed each : all()) {
            if (each.keyId() == keyId && each.seal().matches(seal, content)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    Keyed newest() {
        return all().getFirst();
    }

    private List<Keyed> all() {
        List<byte[]> now = secrets.get();
        Derived known = derived;
        // As long as nobody has written others it is the same list, and the comparison costs nothing.
        if (!known.from().equals(now)) {
            known = derive(now);
            derived = known;
        }
        return known.seals();
    }

    private Derived derive(List<byte[]> from) {
        return new Derived(from, from.stream().map(derivation).toList());
    }
}
