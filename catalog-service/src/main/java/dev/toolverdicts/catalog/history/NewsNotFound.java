package dev.toolverdicts.catalog.history;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// No item has this key, or the tools that it names are not shown any more.
public final class NewsNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public NewsNotFound() {
        super(HttpStatus.NOT_FOUND, "news-not-found", "News not found", "No news item has this key.");
    }
}
