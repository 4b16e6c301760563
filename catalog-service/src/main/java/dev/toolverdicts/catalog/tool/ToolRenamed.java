package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// A write to an address that a tool once had. It is not sent on: whoever wrote it does not know of the rename, and
/// few clients send a body again.
final class ToolRenamed extends Refusal {

    private static final long serialVersionUID = 1L;

    ToolRenamed(String slug) {
        super(HttpStatus.NOT_FOUND, "tool-renamed", "Tool renamed", "The tool has another address now.");
        String current = "/api/v1/tools/" + slug;
        getBody().setProperty("current", current);
        getHeaders().add("Link", "<" + current + ">; rel=\"canonical\"");
    }
}
