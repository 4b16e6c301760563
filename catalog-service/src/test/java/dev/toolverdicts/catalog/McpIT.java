package dev.toolverdicts.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The catalog as a client of the Model Context Protocol meets it, in the flow of each revision.
class McpIT extends RunningService {

    private static final String NEWEST = "2026-07-28";

    private Api.Answer send(String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/json", "Accept", "application/json, text/event-stream"));
        return api.send("POST", "/mcp", BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    /// As a client of 2025-11-25 after `initialize`.
    private Api.Answer ask(String method, String params) {
        return send(
                "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"%s\", \"params\": %s}".formatted(method, params),
                "MCP-Protocol-Version",
                "2025-11-25");
    }

    private JsonNode call(String tool, String arguments) {
        Api.Answer answer = ask("tools/call", "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, arguments));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().get("result");
    }

    private static String modern(String method, String more) {
        return """
                {"jsonrpc": "2.0", "id": "m-1", "method": "%s", "params": {%s"_meta": {
                    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
                    "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
                    "io.modelcontextprotocol/clientCapabilities": {}}}}
                """.formatted(method, more);
    }

    @Test
    void aClientInitializesListsAndCalls() {
        Api.Added tool = api.added(Draft.fresh());

        Api.Answer begun = send("""
                {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-11-25",
                    "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}}""");
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.header("Mcp-Session-Id")).isEmpty();
        assertThat(begun.at("/jsonrpc")).isEqualTo("2.0");
        assertThat(begun.body().get("id").intValue()).isEqualTo(1);
        assertThat(begun.at("/result/protocolVersion")).isEqualTo("2025-11-25");
        assertThat(begun.body().at("/result/capabilities/tools").isObject()).isTrue();
        assertThat(begun.at("/result/serverInfo/name")).isEqualTo("tool-verdicts");

        Api.Answer noted = send(
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}",
                "MCP-Protocol-Version",
                "2025-11-25");
        assertThat(noted.status()).isEqualTo(202);
        assertThat(noted.text()).isEmpty();

        JsonNode tools = ask("tools/list", "{}").body().at("/result/tools");
        assertThat(tools.valueStream().map(each -> each.get("name").asString()))
                .containsExactly("search", "get_tool", "compare", "history");
        assertThat(tools).allSatisfy(each -> {
            assertThat(each.at("/inputSchema/type").asString()).isEqualTo("object");
            assertThat(each.at("/annotations/readOnlyHint").booleanValue()).isTrue();
        });

        JsonNode result = call("get_tool", "{\"slug\": \"%s\"}".formatted(tool.slug()));
        assertThat(result.get("isError").booleanValue()).isFalse();
        assertThat(result.at("/structuredContent/tool/slug").asString()).isEqualTo(tool.slug());
        assertThat(json.readTree(result.at("/content/0/text").asString())).isEqualTo(result.get("structuredContent"));
        assertThat(ask("ping", "{}").body().get("result").isEmpty()).isTrue();
    }

    @Test
    void aClientOfTheNewestRevisionJustAsks() {
        Api.Answer found =
                send(modern("server/discover", ""), "MCP-Protocol-Version", NEWEST, "Mcp-Method", "server/discover");
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.at("/result/supportedVersions/0")).isEqualTo(NEWEST);
        assertThat(found.at("/result/resultType")).isEqualTo("complete");
        assertThat(found.at("/result/cacheScope")).isEqualTo("public");
        assertThat(found.at("/id")).isEqualTo("m-1");

        Api.Answer listed = send(modern("tools/list", ""), "MCP-Protocol-Version", NEWEST, "Mcp-Method", "tools/list");
        assertThat(listed.body().at("/result/tools")).hasSize(4);
        assertThat(listed.body().at("/result/ttlMs").intValue()).isPositive();

        String call = modern("tools/call", "\"name\": \"search\", \"arguments\": {\"limit\": 1}, ");
        for (String name :
                List.of("search", "=?base64?" + Base64.getEncoder().encodeToString("search".getBytes(UTF_8)) + "?=")) {
            Api.Answer called =
                    send(call, "MCP-Protocol-Version", NEWEST, "Mcp-Method", "tools/call", "Mcp-Name", name);
            assertThat(called.status()).as(called.text()).isEqualTo(200);
            assertThat(called.body().at("/result/isError").booleanValue()).isFalse();
            assertThat(called.at("/result/resultType")).isEqualTo("complete");
        }
    }

    @Test
    void headersThatSayAnotherThingAreRefused() {
        String call = modern("tools/call", "\"name\": \"search\", ");
        List<Api.Answer> refused = List.of(
                send(call, "MCP-Protocol-Version", NEWEST, "Mcp-Method", "tools/list", "Mcp-Name", "search"),
                send(call, "MCP-Protocol-Version", NEWEST, "Mcp-Name", "search"),
                send(call, "MCP-Protocol-Version", NEWEST, "Mcp-Method", "tools/call", "Mcp-Name", "compare"),
                send(call, "MCP-Protocol-Version", NEWEST, "Mcp-Method", "tools/call"),
                send(call, "MCP-Protocol-Version", "2025-11-25", "Mcp-Method", "tools/call", "Mcp-Name", "search"),
                send(call, "Mcp-Method", "tools/call", "Mcp-Name", "search"));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().at("/error/code").intValue()).isEqualTo(-32020);
            assertThat(answer.at("/id")).isEqualTo("m-1");
        });
    }

    @Test
    void aVersionThatIsNotSpokenIsRefusedWithThoseThatAre() {
        Api.Answer answer = send(
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}", "MCP-Protocol-Version", "1900-01-01");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/error/code").intValue()).isEqualTo(-32022);
        assertThat(answer.at("/error/data/supported/0")).isEqualTo(NEWEST);
        assertThat(answer.at("/error/data/requested")).isEqualTo("1900-01-01");
        Api.Answer without =
                send("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}", "MCP-Protocol-Version", NEWEST);
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body().at("/error/code").intValue()).isEqualTo(-32602);
        Api.Answer older = send("""
                {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "1900-01-01"}}""");
        assertThat(older.at("/result/protocolVersion")).isEqualTo("2025-11-25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                                  | 400 | -32700 | null
            {                                                                   | 400 | -32700 | null
            []                                                                  | 400 | -32600 | null
            [{"jsonrpc": "2.0", "id": 1, "method": "ping"}]                     | 400 | -32600 | null
            1                                                                   | 400 | -32600 | null
            {"jsonrpc": "1.0", "id": 1, "method": "ping"}                       | 400 | -32600 | 1
            {"jsonrpc": "1.0", "method": "ping"}                                | 400 | -32600 | null
            {"jsonrpc": "2.0", "id": 1}                                         | 400 | -32600 | 1
            {"jsonrpc": "2.0", "id": {}, "method": "ping"}                      | 400 | -32600 | null
            {"jsonrpc": "2.0", "id": null, "method": "ping"}                    | 400 | -32600 | null
            {"jsonrpc": "2.0", "id": 1, "method": "ping", "params": 1}          | 400 | -32600 | 1
            {"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []}         | 400 | -32602 | 1
            {"jsonrpc": "2.0", "id": 1, "method": "initialize"}                 | 200 | -32602 | 1
            {"jsonrpc": "2.0", "id": 1, "method": "tools/write"}                | 200 | -32601 | 1
            {"jsonrpc": "2.0", "id": "a", "method": "tools/write"}              | 200 | -32601 | "a"
            {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"cursor": "x"}} | 200 | -32602 | 1
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call"}                 | 200 | -32602 | 1
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "delete"}} | 200 | -32602 | 1
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "search", "arguments": []}} | 200 | -32602 | 1
            """)
    void whatIsNoCallIsAnErrorOfTheProtocol(String body, int status, int code, String id) {
        Api.Answer answer = send(body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.at("/jsonrpc")).isEqualTo("2.0");
        assertThat(answer.body().has("id")).as("an error without an id says so").isTrue();
        assertThat(answer.body().get("id").toString()).isEqualTo(id);
        assertThat(answer.body().at("/error/code").intValue()).isEqualTo(code);
        assertThat(answer.body().at("/error/message").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notifications/initialized", "notifications/cancelled", "notifications/no-such"})
    void aNotificationIsTakenWithoutAnAnswer(String method) {
        Api.Answer noted = send("{\"jsonrpc\": \"2.0\", \"method\": \"%s\", \"params\": {}}".formatted(method));

        assertThat(noted.status()).isEqualTo(202);
        assertThat(noted.text()).isEmpty();
    }

    @Test
    void anUnknownMethodOfTheNewestRevisionIsNotFound() {
        Api.Answer answer =
                send(modern("prompts/list", ""), "MCP-Protocol-Version", NEWEST, "Mcp-Method", "prompts/list");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().at("/error/code").intValue()).isEqualTo(-32601);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search {\"limit\": 21}",
                "search {\"verdict\": \"great\"}",
                "search {\"cursor\": \"nonsense\"}",
                "search {\"category\": \"no-such\"}",
                "search {\"sql\": \"x\"}",
                "get_tool {}",
                "get_tool {\"slug\": \"no-such-tool-anywhere\"}",
                "compare {\"slugs\": [\"a\"]}",
                "compare {\"slugs\": [\"no-such-a\", \"no-such-b\"]}",
                "history {\"slug\": \"no-such-tool-anywhere\"}"
            })
    void wrongArgumentsAreToldToTheModel(String call) {
        String[] words = call.split(" ", 2);

        JsonNode result = call(words[0], words[1]);

        assertThat(result.get("isError").booleanValue()).isTrue();
        assertThat(result.at("/content/0/text").asString()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void toolsAreFoundComparedAndTakenDown() {
        Api.Added one = api.added(Draft.fresh());
        Api.Added other = api.added(Draft.fresh());

        String name = api.get(Api.path(one.slug())).at("/name");
        JsonNode found = call("search", "{\"q\": \"%s\"}".formatted(name)).get("structuredContent");
        assertThat(found.at("/tools/0/slug").asString()).isEqualTo(one.slug());
        JsonNode compared = call("compare", "{\"slugs\": [\"%s\", \"%s\"]}".formatted(other.slug(), one.slug()))
                .get("structuredContent");
        assertThat(compared.get("tools")).hasSize(2);
        assertThat(compared.get("decision")).isNotEmpty();

        api.write("PUT", Api.path(one.slug()) + "/take-down", "{\"reason\": \"A sample reason\"}");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(call("get_tool", "{\"slug\": \"%s\"}".formatted(one.slug()))
                                .at("/content/0/text")
                                .asString())
                        .contains("A sample reason"));
    }

    @Test
    void aHistoryTellsWhatWasBefore() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        Api.Answer dearer = api.put(
                tool.slug(),
                tool.etag(),
                draft.with("pricing.text", "Free plan; Pro $25/mo").json());
        assertThat(dearer.status()).as(dearer.text()).isEqualTo(200);
        RecordMetadata panel = others.publish(
                OtherServices.PANELS,
                tool.toolId(),
                others.value(
                        OtherServices.PANELS,
                        "mixed-after-ship.json",
                        state -> state.put("toolId", tool.toolId())
                                .put("version", 9)
                                .put("previousVerdict", "ship")
                                .put("verdictSince", "2026-11-25T09:00:00Z")));
        others.awaitApplied("catalog-verdicts", panel);
        others.awaitApplied("catalog-card-panels", panel);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode history =
                    call("history", "{\"slug\": \"%s\"}".formatted(tool.slug())).get("structuredContent");
            assertThat(history.at("/price/before").asString()).isEqualTo("Free plan; Pro $20/mo");
            assertThat(history.at("/price/now").asString()).isEqualTo("Free plan; Pro $25/mo");
            assertThat(history.at("/price/since").asString())
                    .isEqualTo(api.get(Api.path(tool.slug()) + "/history").at("/changes/0/at"));
            assertThat(history.at("/verdict/before").asString()).isEqualTo("ship");
            assertThat(history.at("/verdict/now").asString()).isEqualTo("mixed");
            assertThat(history.at("/verdict/since").asString()).isEqualTo("2026-11-25T09:00:00Z");
            assertThat(history.get("critics")).isNotEmpty();
        });
    }

    @Test
    void whatNeverChangedIsSoSinceTheToolWasAdded() {
        Api.Added tool = api.added(Draft.fresh());
        String added = api.getAsEditor(Api.path(tool.slug())).at("/createdAt");

        JsonNode history =
                call("history", "{\"slug\": \"%s\"}".formatted(tool.slug())).get("structuredContent");

        assertThat(history.get("price").hasNonNull("before")).isFalse();
        assertThat(history.at("/price/now").asString()).isEqualTo("Free plan; Pro $20/mo");
        assertThat(history.at("/price/since").asString()).isEqualTo(added);
        assertThat(history.get("status").hasNonNull("before")).isFalse();
        assertThat(history.at("/status/now").asString()).isEqualTo("active");
        assertThat(history.at("/status/since").asString()).isEqualTo(added);
    }

    @Test
    void aHistoryTellsTheLastOfSeveralChanges() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        String etag = tool.etag();
        for (String price : List.of("Pro $25/mo", "Pro $30/mo")) {
            Api.Answer dearer =
                    api.put(tool.slug(), etag, draft.with("pricing.text", price).json());
            assertThat(dearer.status()).as(dearer.text()).isEqualTo(200);
            etag = dearer.header("ETag");
        }

        JsonNode history =
                call("history", "{\"slug\": \"%s\"}".formatted(tool.slug())).get("structuredContent");

        assertThat(history.at("/price/before").asString()).isEqualTo("Pro $25/mo");
        assertThat(history.at("/price/now").asString()).isEqualTo("Pro $30/mo");
        assertThat(history.get("status").hasNonNull("before")).isFalse();
    }

    @Test
    void thereIsNoStreamAndNoSession() {
        assertThat(api.get("/mcp", "Accept", "text/event-stream").status()).isEqualTo(405);
        assertThat(api.send("DELETE", "/mcp", BodyPublishers.noBody()).status()).isEqualTo(405);
    }

    @Test
    void anotherSitesPageAsksNothing() {
        String ping = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}";

        Api.Answer foreign = send(ping, "Origin", "https://evil.example");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.body().get("id").isNull()).isTrue();
        assertThat(send(ping, "Origin", "null").status()).isEqualTo(403);
        assertThat(send(ping, "Origin", "http://localhost:8080").status()).isEqualTo(200);
        assertThat(send(ping).status()).isEqualTo(200);
    }
}
