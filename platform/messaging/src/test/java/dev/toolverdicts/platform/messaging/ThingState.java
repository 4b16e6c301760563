package dev.toolverdicts.platform.messaging;

/// The smallest state there is.
record ThingState(String id, long version, String body) {

    ThingState {
        if (id == null || body == null) {
            throw new IllegalArgumentException("id and body are needed");
        }
    }
}
