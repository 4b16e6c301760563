package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// The slug or the product is there already. Another version of a product is a release of its tool.
final class ToolTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String existing;

    ToolTaken(String existing) {
        super(
                HttpStatus.CONFLICT,
                "tool-exists",
                "Tool exists",
                "A tool with this slug, this name or this repository is in the catalog already.");
        this.existing = "/api/v1/tools/" + existing;
        getBody().setProperty("existing", this.existing);
        getHeaders().add("Link", "<" + this.existing + ">; rel=\"duplicate\"");
    }

    String existing() {
        return existing;
    }
}
