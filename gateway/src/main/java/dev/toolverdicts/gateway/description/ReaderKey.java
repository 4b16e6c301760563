package dev.toolverdicts.gateway.description;

import tools.jackson.databind.node.ObjectNode;

/// The gateway's own part of the description: the key that every read may come with, and none has to.
final class ReaderKey {

    private static final String NAME = "apiKey";

    static final String REFERENCE = References.to("securitySchemes", NAME);

    private ReaderKey() {}

    static void describeIn(ObjectNode document, ObjectNode components) {
        components
                .withObject("/securitySchemes")
                .putObject(NAME)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-Api-Key")
                .put("description", "For a larger quota of reads, and nothing else.");
        // Nothing, or the key.
        var either = document.putArray("security");
        either.addObject();
        either.addObject().putArray(NAME);
    }
}
