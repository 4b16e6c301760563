package dev.toolverdicts.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The event contracts as both sides of a topic test against them.
public final class ContractSchemas {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ContractSchemas() {}

    /// Fails when the value of a record does not follow the schema of its topic.
    ///
    /// @throws AssertionError with every violation
    public static void validate(String topic, byte[] value) {
        String schema =
                text(new PathMatchingResourcePatternResolver().getResource("classpath:schemas/" + topic + ".json"));
        List<String> violations = SCHEMAS
                .getSchema(schema, InputFormat.JSON)
                .validate(
                        new String(value, UTF_8),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
        if (!violations.isEmpty()) {
            throw new AssertionError(topic + ": " + violations + " in " + new String(value, UTF_8));
        }
    }

    /// Every golden sample of a topic, by file name; never empty.
    public static Map<String, byte[]> samples(String topic) {
        var samples = new TreeMap<String, byte[]>();
        try {
            for (Resource sample :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:samples/" + topic + "/*.json")) {
                samples.put(String.valueOf(sample.getFilename()), sample.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (samples.isEmpty()) {
            throw new AssertionError("no golden samples for " + topic);
        }
        return samples;
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
