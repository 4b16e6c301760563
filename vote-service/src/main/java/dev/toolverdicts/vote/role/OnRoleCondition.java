package dev.toolverdicts.vote.role;

import java.util.Set;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

final class OnRoleCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Set<Role> played = Roles.of(context.getEnvironment());
        for (Role role : metadata.getAnnotations().get(OnRole.class).getEnumArray("value", Role.class)) {
            if (played.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
