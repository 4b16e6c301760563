package dev.toolverdicts.vote.role;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// Reads `vote.roles`; none named means all.
final class Roles {

    private Roles() {}

    static Set<Role> of(Environment environment) {
        return Binder.get(environment)
                .bind("vote.roles", Bindable.setOf(Role.class))
                .orElse(EnumSet.allOf(Role.class));
    }
}
