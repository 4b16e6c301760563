package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.TakeFilter.Order;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What a critic's page shows, as its address says it in as few words as will do.
final class ReviewerAddress {

    private final String critic;
    private final @Nullable String category;
    private final Order order;

    /// @param category by its name, null for all
    ReviewerAddress(String critic, @Nullable String category, Order order) {
        this.critic = critic;
        this.category = category;
        this.order = order;
    }

    @Nullable
    String category() {
        return category;
    }

    Order order() {
        return order;
    }

    ReviewerAddress ofAll() {
        return new ReviewerAddress(critic, null, order);
    }

    ReviewerAddress ofCategory(String name) {
        return new ReviewerAddress(critic, name, order);
    }

    ReviewerAddress by(Order other) {
        return new ReviewerAddress(critic, category, other);
    }

    String path(@Nullable String cursor) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/reviewer/" + critic);
        if (category != null) {
            path.queryParam("category", "{category}");
        }
        if (order != Order.NEWEST) {
            path.queryParam("sort", word(order));
        }
        if (cursor != null) {
            path.queryParam("cursor", cursor);
        }
        return path.encode().buildAndExpand(category == null ? "" : category).toUriString();
    }

    static String word(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
