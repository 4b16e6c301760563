package dev.toolverdicts.catalog.site;

/// What `/developers` shows to be typed. Each works as it stands, on tools that are there.
///
/// @param site its address, without a slash at the end
/// @param tool slug of a tool
/// @param pair key of a comparison
record Commands(String site, String tool, String pair) {

    public String tools() {
        return "curl '" + site + "/api/v1/tools?sort=panel&limit=5'";
    }

    public String search() {
        return "curl '" + site + "/api/v1/search?q=agent&verdict=ship'";
    }

    public String oneTool() {
        return "curl " + site + "/api/v1/tools/" + tool;
    }

    public String comparison() {
        return "curl " + site + "/api/v1/comparisons/" + pair;
    }

    public String critics() {
        return "curl " + site + "/api/v1/critics";
    }

    public String stream() {
        return "curl -N '" + site + "/api/v1/tallies/stream?tools=" + tool + "'";
    }

    public String description() {
        return "curl " + site + "/api/v1/openapi.json";
    }

    public String markdown() {
        return "curl " + site + "/tool/" + tool + ".md";
    }

    public String file() {
        return "curl " + site + "/compare/" + pair + ".csv";
    }

    public String week() {
        return "curl " + site + "/weekly.md";
    }

    public String feed() {
        return "curl " + site + "/feeds/changes.json";
    }

    public String badge() {
        return "curl -o verdict.svg " + site + "/badge/" + tool + ".svg";
    }

    public String dataset() {
        return "curl " + site + "/dataset/index.json";
    }

    public String webhook() {
        return "curl -X POST " + site + "/api/v1/newsletter/webhooks -H \"X-Subscriber-Token: $TOKEN\""
                + " -H 'Content-Type: application/json' -d '{\"url\": \"https://hooks.example.org/verdicts\"}'";
    }

    public String agent() {
        return "curl -X POST " + site + "/mcp -H 'Content-Type: application/json' -d '{\"jsonrpc\": \"2.0\", \"id\": 1,"
                + " \"method\": \"tools/call\", \"params\": {\"name\": \"search\", \"arguments\": {\"q\": \"agent\"}}}'";
    }

    public String unchanged() {
        return "curl --etag-save tag --etag-compare tag " + site + "/api/v1/tools/" + tool;
    }

    public String quota() {
        return "curl -I " + site + "/api/v1/categories";
    }

    public String key() {
        return "curl -H \"X-Api-Key: $KEY\" " + site + "/api/v1/tools";
    }
}
