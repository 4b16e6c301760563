package dev.toolverdicts.newsletter.mail;

/// Asked when everything of a message has been sent but its final dot. Until then the server must forget it when the
/// connection ends; afterwards nobody can take it back.
@FunctionalInterface
public interface BeforeDot {

    BeforeDot ALWAYS = () -> true;

    /// @return false to withhold the dot
    boolean mayPass();
}
