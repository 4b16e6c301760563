package dev.toolverdicts.catalog.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Addresses of the few static files, each with a mark of its content, so that browsers keep them until they change.
@Component
class Assets {

    private final String stylesheet = address("site.css");
    private final String script = address("site.js");
    private final String favicon = address("favicon.svg");

    public String stylesheet() {
        return stylesheet;
    }

    public String script() {
        return script;
    }

    public String favicon() {
        return favicon;
    }

    private static String address(String name) {
        CRC32 content = new CRC32();
        try (InputStream file = new ClassPathResource("static/assets/" + name).getInputStream()) {
            content.update(file.readAllBytes());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return "/assets/" + name + "?v=" + HexFormat.of().toHexDigits((int) content.getValue());
    }
}
