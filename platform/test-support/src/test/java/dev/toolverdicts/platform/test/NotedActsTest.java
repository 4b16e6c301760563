package dev.toolverdicts.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NotedActsTest {

    private final AtomicLong entries = new AtomicLong();
    private final NotedActs acts =
            new NotedActs(Permissions.read("""
                    shop\tGET\t/goods\teditor\tfront\t-
                    shop\tPOST\t/goods\teditor\tfront\tshop_audit
                    shop\tPOST\t/orders\tall\tfront\t-
                    shop\tDELETE\t/goods/{key}\teditor\tfront\tshop_audit
                    """), table -> table.equals("shop_audit") ? entries.get() : 0);

    @Test
    void anActThatLeavesNothingIsSeen() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> acts.play("POST /goods", entries::get))
                .withMessage("POST /goods leaves nothing in shop_audit");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> acts.play("POST /orders", entries::incrementAndGet))
                .withMessageContaining("no act");
    }

    @Test
    void anActThatNobodyHasPlayedIsSeen() {
        assertThat(acts.play("POST /goods", entries::incrementAndGet)).isOne();

        assertThat(acts.unplayed()).containsExactly("DELETE /goods/{key}");
        assertThat(acts.unplayed("/{key}")).isEmpty();
    }
}
