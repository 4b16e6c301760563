package dev.toolverdicts.gateway.description;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts OpenAPI documents together. Parts that are equal become one; of parts that only share a name
/// the later one gets its service's name in front, and everything that refers to it follows.
final class DescriptionMerge {

    private static final String DESCRIPTION =
            "Free to read, without a key up to a quota; a key (header `X-Api-Key`, or `Authorization: ApiKey …`) has a larger one. "
                    + "`RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` tell of it with every answer. "
                    + "Errors are problem documents (RFC 9457) whose `type` never changes its meaning.";

    private final Predicate<String> isPublic;
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();
    private final ObjectNode tags = JsonNodeFactory.instance.objectNode();
    private final Set<String> operationIds = new HashSet<>();
    private String openapi = "3.1.0";

    DescriptionMerge(Predicate<String> isPublic) {
        this.isPublic = isPublic;
    }

    void add(String service, JsonNode document) {
        if (document.path("openapi").asString("").compareTo(openapi) > 0) {
            openapi = document.path("openapi").asString();
        }
        Map<String, String> names = clashes(service, document.path("components"));
        addComponents(document.path("components"), names);
        document.path("paths").forEachEntry((path, operations) -> {
            if (isPublic.test(path)) {
                addPath(service, path, References.renamed(operations, names));
            }
        });
        for (JsonNode tag : document.path("tags")) {
            tags.putIfAbsent(tag.path("name").asString(), tag);
        }
    }

    /// A part also clashes when it is equal but refers to one that clashes; hence the repetition.
    private Map<String, String> clashes(String service, JsonNode incoming) {
        var names = new HashMap<String, String>();
        int before;
        do {
            before = names.size();
            incoming.forEachEntry((section, parts) -> parts.forEachEntry((name, part) -> {
                JsonNode known = components.path(section).path(name);
                if (!known.isMissingNode() && !known.equals(References.renamed(part, names))) {
                    names.put(References.to(section, name), References.to(section, free(service, section, name)));
                }
            }));
        } while (names.size() > before);
        return names;
    }

    private String free(String service, String section, String name) {
        String candidate = service + "." + name;
        for (int i = 2; components.path(section).has(candidate); i++) {
            candidate = service + "." + name + i;
        }
        return candidate;
    }

    private void addComponents(JsonNode incoming, Map<String, String> names) {
        incoming.forEachEntry((section, parts) -> parts.forEachEntry((name, part) -> {
            String reference = References.to(section, name);
            String renamed = names.getOrDefault(reference, reference);
            components
                    .withObject("/" + section)
                    .putIfAbsent(renamed.substring(renamed.lastIndexOf('/') + 1), References.renamed(part, names));
        }));
    }

    private void addPath(String service, String path, JsonNode operations) {
        ObjectNode known = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
        operations.forEachEntry((method, operation) -> {
            if (!known.has(method)) {
                known.set(method, withOwnId(service, operation));
            }
        });
    }

    private JsonNode withOwnId(String service, JsonNode operation) {
        String id = operation.path("operationId").asString("");
        if (id.isEmpty() || operationIds.add(id)) {
            return operation;
        }
        ObjectNode renamed = ((ObjectNode) operation).deepCopy();
        renamed.put("operationId", service + "." + id);
        operationIds.add(service + "." + id);
        return renamed;
    }

    ObjectNode result(String title, String version, String url) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", openapi);
        document.putObject("info").put("title", title).put("version", version).put("description", DESCRIPTION);
        document.putArray("servers").addObject().put("url", url);
        ReaderKey.describeIn(document, components);
        if (!tags.isEmpty()) {
            tags.forEach(document.putArray("tags")::add);
        }
        document.set("paths", sorted(paths));
        document.set("components", reachable());
        return document;
    }

    /// What only internal endpoints use stays out.
    private ObjectNode reachable() {
        var queue = new ArrayDeque<>(References.in(paths));
        var seen = new HashSet<>(queue);
        queue.add(ReaderKey.REFERENCE);
        seen.add(ReaderKey.REFERENCE);
        while (!queue.isEmpty()) {
            JsonNode part = part(queue.remove());
            if (part != null) {
                References.in(part).stream().filter(seen::add).forEach(queue::add);
            }
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        components.forEachEntry((section, parts) -> sorted(parts).forEachEntry((name, part) -> {
            if (seen.contains(References.to(section, name))) {
                kept.withObject("/" + section).set(name, part);
            }
        }));
        return kept;
    }

    @Nullable
    private JsonNode part(String reference) {
        String[] steps = reference.split("/", -1);
        return steps.length == 4 ? components.path(steps[2]).get(steps[3]) : null;
    }

    private static ObjectNode sorted(JsonNode object) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        object.propertyNames().stream().sorted().forEach(name -> sorted.set(name, object.get(name)));
        return sorted;
    }
}
