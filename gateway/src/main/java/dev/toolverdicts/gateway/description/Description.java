package dev.toolverdicts.gateway.description;

/// The merged description as it is served: always the whole.
///
/// @param fresh whether every service has told its part just now; of some it may be what they told before
record Description(byte[] json, String etag, boolean fresh) {}
