package dev.toolverdicts.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of this module as the tests read them.
final class Contracts {

    static final Path ROOT = Path.of("src/main/resources");
    static final Path SAMPLES = ROOT.resolve("samples");
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    static Set<String> topics() {
        return names(ROOT.resolve("schemas"), ".json");
    }

    static Schema schema(String topic) {
        return SCHEMAS.getSchema(read(ROOT.resolve("schemas/" + topic + ".json")), InputFormat.JSON);
    }

    static List<Error> errors(String topic, JsonNode value) {
        return schema(topic).validate(value);
    }

    static Set<String> sampleNames(String topic) {
        return names(SAMPLES.resolve(topic), ".json");
    }

    static JsonNode sample(String topic, String name) {
        return JSON.readTree(read(SAMPLES.resolve(topic).resolve(name + ".json")));
    }

    static JsonNode asyncApi() {
        return YAMLMapper.builder().build().readTree(read(ROOT.resolve("asyncapi.yaml")));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Path folder, String suffix) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Contracts() {}
}
