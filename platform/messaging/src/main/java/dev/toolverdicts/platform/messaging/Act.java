package dev.toolverdicts.platform.messaging;

/// Who does something, and why.
public record Act(String actor, String reason) {

    public Act {
        if (actor.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("an act has an actor and a reason");
        }
    }
}
