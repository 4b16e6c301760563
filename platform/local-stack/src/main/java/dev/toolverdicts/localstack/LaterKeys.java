package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Keys that can be replaced while a system runs, when it is restored. Those of a backup may have been
/// retired since, and must not be good again; and it does not have those that came since.
final class LaterKeys {

    /// Who has another one is another system, whatever its keys are.
    private static final String FOR_LIFE = "vote";

    private final DataFolder data;
    private final Consumer<String> say;

    LaterKeys(DataFolder data, Consumer<String> say) {
        this.data = data;
        this.say = say;
    }

    /// Puts the folder's own keys into the place of the backup's, where both are of the same system.
    ///
    /// @param restored what is about to take the place of the folder's secrets
    void keepIn(Path restored) throws IOException {
        boolean isSameSystem = isSameSystem(restored);
        var older = new ArrayList<String>();
        for (String name : Rotation.NAMES) {
            String file = Rotation.file(name);
            if (isSameSystem && data.has("secrets/" + file)) {
                Files.copy(
                        data.path("secrets", file),
                        restored.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            } else if (Files.exists(restored.resolve(file))) {
                older.add(name);
            }
        }
        if (!older.isEmpty()) {
            say.accept("%s are the backup's: those that were rotated since, ./start rotate and retire again"
                    .formatted(String.join(", ", older)));
        }
    }

    private boolean isSameSystem(Path restored) throws IOException {
        List<Path> both = List.of(data.path("secrets", FOR_LIFE), restored.resolve(FOR_LIFE));
        return both.stream().allMatch(Files::exists) && Files.mismatch(both.getFirst(), both.getLast()) < 0;
    }
}
