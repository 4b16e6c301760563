package dev.toolverdicts.benchmarks;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A system with a seed's tools, reviews and votes in it.
record Site(Stack stack, SiteSettings settings, List<SeededTool> tools, List<String> categories) {

    private static final Pattern NEXT = Pattern.compile("<[^>]*?(/api/v1/[^>]*)>; rel=\"next\"");

    Api gateway() {
        return new Api(stack.port("gateway"));
    }

    /// Everything on all pages of a list of the API.
    ///
    /// @param path with its first parameter
    static <T> List<T> all(Api api, String path, String list, Function<JsonNode, T> read) {
        var found = new ArrayList<T>();
        for (String next = path; !next.isEmpty(); ) {
            HttpResponse<String> answer = api.send("GET", next, "");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(next + " answered " + answer.statusCode() + " " + answer.body());
            }
            JsonMapper.shared()
                    .readTree(answer.body())
                    .path(list)
                    .valueStream()
                    .map(read)
                    .forEach(found::add);
            Matcher link = NEXT.matcher(answer.headers().firstValue("link").orElse(""));
            next = link.find() ? link.group(1) : "";
        }
        return found;
    }

    static List<JsonNode> cards(Api api) {
        return all(api, "/api/v1/tools?limit=100", "tools", card -> card);
    }
}
