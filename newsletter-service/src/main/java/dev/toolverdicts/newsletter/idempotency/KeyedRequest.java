package dev.toolverdicts.newsletter.idempotency;

/// A request that is done once, however often it comes.
///
/// @param kind of thing it makes; callers may use one key for two kinds
/// @param caller whose key it is; empty where nobody is known
/// @param fingerprint of what is asked for
public record KeyedRequest(String kind, String caller, String key, byte[] fingerprint) {

    String lock() {
        return kind + "\n" + caller + "\n" + key;
    }
}
