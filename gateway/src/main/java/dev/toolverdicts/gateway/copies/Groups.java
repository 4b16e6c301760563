package dev.toolverdicts.gateway.copies;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The copies of all services, by the name that routes use.
@Component
public class Groups {

    private final Map<String, Copies> byName;

    Groups(CopiesSettings settings) {
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

    public Copies of(String name) {
        Copies copies = byName.get(name);
        if (copies == null) {
            throw new IllegalArgumentException("No copies are known of " + name);
        }
        return copies;
    }
}
