package dev.toolverdicts.localstack.sbom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bills of materials in CycloneDX's JSON, in jars or by themselves.
final class Sboms {

    /// Where Spring Boot looks for it, too.
    static final String IN_JAR = "META-INF/sbom/application.cdx.json";

    private static final String OURS = "pkg:maven/dev.toolverdicts/";
    private static final JsonMapper JSON = new JsonMapper();

    private Sboms() {}

    /// What other people have made of what is in these files, each version once.
    ///
    /// @throws CheckFailed when a file has no bill, or one without anything in it
    static List<Component> components(List<Path> files) {
        Map<String, Set<String>> images = new TreeMap<>();
        for (Path file : files) {
            JsonNode bill = bill(file);
            String image = bill.path("metadata").path("component").path("name").asString(name(file));
            Set<String> purls = purls(bill);
            if (purls.isEmpty()) {
                throw new CheckFailed("the bill of materials in %s lists nothing".formatted(file));
            }
            purls.forEach(
                    purl -> images.computeIfAbsent(purl, _ -> new TreeSet<>()).add(image));
        }
        return images.entrySet().stream()
                .map(entry -> new Component(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Set<String> purls(JsonNode bill) {
        Set<String> purls = new TreeSet<>();
        for (JsonNode component : bill.path("components")) {
            String purl = component.path("purl").asString("").replaceFirst("[?#].*", "");
            if (!purl.isEmpty() && !purl.startsWith(OURS)) {
                purls.add(purl);
            }
        }
        return purls;
    }

    private static JsonNode bill(Path file) {
        try {
            return JSON.readTree(name(file).endsWith(".jar") ? inJar(file) : Files.readString(file));
        } catch (IOException e) {
            throw new CheckFailed("%s cannot be read".formatted(file), e);
        } catch (JacksonException e) {
            throw new CheckFailed("the bill of materials in %s is no JSON".formatted(file), e);
        }
    }

    private static String inJar(Path file) throws IOException {
        try (var jar = new ZipFile(file.toFile())) {
            ZipEntry entry = jar.getEntry(IN_JAR);
            if (entry == null) {
                throw new CheckFailed("%s has no bill of materials at %s".formatted(file, IN_JAR));
            }
            try (var bill = jar.getInputStream(entry)) {
                return new String(bill.readAllBytes(), UTF_8);
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
