package dev.toolverdicts.gateway.copies;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The copies of all services, by the name that routes use.
@Component
public class Groups {

    private final Map<String, List<URI>> named;
    private final Map<String, Copies> byName;
    private final Duration connectTimeout;
    private final Duration anotherAfter;

    Groups(CopiesSettings settings) {
        this.named = settings.groups();
        this.connectTimeout = settings.connectTimeout();
        this.anotherAfter = settings.anotherAfter();
        this.byName = settings.groups().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        group -> new Copies(
                                group.getKey(),
                                group.getValue(),
                                settings.restAfterFailure(),
                                settings.slowStart(),
                                System::nanoTime)));
    }

    /// Takes for copies what their names stand for now.
    void lookUp(Addresses addresses) {
        named.forEach((name, copies) -> of(name).replace(copies.stream()
                .flatMap(copy -> addresses.of(copy).stream())
                .distinct()
                .toList()));
    }

    /// How long a connection to any copy may take to open.
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /// How long a read waits for one copy before another is asked.
    public Duration anotherAfter() {
        return anotherAfter;
    }

    Map<String, Copies> byName() {
        return byName;
    }

    public Copies of(String name) {
        Copies copies = byName.get(name);
        if (copies == null) {
            throw new IllegalArgumentException("No copies are known of " + name);
        }
        return copies;
    }
}
