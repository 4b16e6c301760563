package dev.toolverdicts.gateway.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/// The fields of a form as browsers send them (`application/x-www-form-urlencoded`).
final class FormFields {

    private static final int LONGEST = 1000;

    private FormFields() {}

    /// The first of each name; what is broken or longer than anybody types is left out.
    static Map<String, String> of(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.length() <= 3 * LONGEST) {
                add(fields, pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return fields;
    }

    private static void add(Map<String, String> fields, String name, String value) {
        try {
            String read = URLDecoder.decode(value, UTF_8);
            if (read.length() <= LONGEST && read.chars().noneMatch(Character::isISOControl)) {
                fields.putIfAbsent(URLDecoder.decode(name, UTF_8), read);
            }
        } catch (IllegalArgumentException _) {
            // No browser wrote it.
        }
    }
}
