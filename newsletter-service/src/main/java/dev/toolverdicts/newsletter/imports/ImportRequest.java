package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.idempotency.KeyedRequest;
import org.jspecify.annotations.Nullable;

/// @param key the `Idempotency-Key` with the file it came with, if there is one
record ImportRequest(
        String actor, byte[] fileHash, @Nullable KeyedRequest key) {}
