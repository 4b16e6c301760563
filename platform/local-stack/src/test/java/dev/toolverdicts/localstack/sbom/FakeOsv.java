package dev.toolverdicts.localstack.sbom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// As much of osv.dev as the check asks for, on this machine. Tells of two vulnerabilities of a package
/// on two pages.
final class FakeOsv implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Map<String, List<String>> known = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    private int status = 200;

    FakeOsv() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/querybatch", this::batch);
        server.createContext("/v1/vulns/", this::details);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void knows(String purl, String id, String alias, String severity) {
        known.computeIfAbsent(purl, _ -> new ArrayList<>()).add(id);
        told.put(id, """
                {"id": "%s", "aliases": ["%s"], "summary": "It breaks", "database_specific": {"severity": "%s"},
                 "affected": [{"ranges": [{"events": [{"introduced": "0"}, {"fixed": "9.9"}]}]}]}
                """.formatted(id, alias, severity));
    }

    void tells(String id, String json) {
        told.put(id, json);
    }

    void answers(int status) {
        this.status = status;
    }

    private void batch(HttpExchange exchange) throws IOException {
        JsonNode queries = JSON.readTree(exchange.getRequestBody()).path("queries");
        var results = new ArrayList<String>();
        for (JsonNode query : queries) {
            String purl = query.path("package").path("purl").asString();
            asked.add(purl);
            results.add(page(
                    known.getOrDefault(purl, List.of()),
                    query.path("page_token").asString("")));
        }
        answer(exchange, "{\"results\": [" + String.join(",", results) + "]}");
    }

    /// One on each page.
    private static String page(List<String> ids, String token) {
        int at = token.isEmpty() ? 0 : Integer.parseInt(token);
        if (at >= ids.size()) {
            return "{}";
        }
        String more = at + 1 < ids.size() ? ", \"next_page_token\": \"" + (at + 1) + "\"" : "";
        return "{\"vulns\": [{\"id\": \"" + ids.get(at) + "\"}]" + more + "}";
    }

    private void details(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        answer(exchange, told.getOrDefault(path.substring(path.lastIndexOf('/') + 1), "{}"));
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /// A bill of materials that lists these.
    static String bill(String image, String... purls) {
        String components = Arrays.stream(purls)
                .map(purl -> "{\"type\": \"library\", \"purl\": \"" + purl + "\"}")
                .collect(Collectors.joining(","));
        return "{\"bomFormat\": \"CycloneDX\", \"metadata\": {\"component\": {\"name\": \"" + image
                + "\"}}, \"components\": [" + components + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
