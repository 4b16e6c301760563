package dev.toolverdicts.newsletter.imports;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form that came with a file.
///
/// @param file null when none was chosen
record Upload(Map<String, String> fields, @Nullable SpooledFile file) implements AutoCloseable {

    Upload {
        fields = Map.copyOf(fields);
    }

    @Nullable
    String field(String name) {
        return fields.get(name);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
