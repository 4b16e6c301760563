package dev.toolverdicts.newsletter.subscriber;

import org.jspecify.annotations.Nullable;

/// The form as the page prints it.
///
/// @param email what was typed; kept when something is wrong
/// @param trouble what to do about it
/// @param atField whether the trouble lies in the address
record SignupForm(String email, String source, @Nullable String trouble, boolean atField) {

    static SignupForm empty(String source) {
        return new SignupForm("", source, null, false);
    }

    static SignupForm wrong(String email, String source, InvalidEmail why) {
        return new SignupForm(email, source, "The address " + why.getMessage() + ".", true);
    }

    static SignupForm later(String email, String source) {
        return new SignupForm(
                email, source, "We could not note your address just now. Please try again in a minute.", false);
    }

    static SignupForm tooMany(String email, String source, long minutes) {
        return new SignupForm(
                email,
                source,
                "Too many sign-ups came from your network or for this mail provider. Nothing was noted; please try again in %d minutes."
                        .formatted(minutes),
                false);
    }
}
