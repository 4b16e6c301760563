package dev.toolverdicts.gateway.description;

/// The merged description as it is served.
///
/// @param complete whether every service has contributed
record Description(byte[] json, String etag, boolean complete) {}
