package dev.toolverdicts.platform.messaging;

import java.time.Instant;

/// One decoded record with its place in the log.
///
/// @param time the record's timestamp as the log has it
public record Received<T>(String topic, int partition, long offset, String key, Instant time, T data) {}
