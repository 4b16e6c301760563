package dev.toolverdicts.vote.moderation;

/// Who asks for a page: the name the audit keeps, and the secret that forms are bound to. That is
/// the one which the gateway keeps for a session, since access tokens are replaced while a page is
/// open; else it is the token.
record Moderator(String name, String secret) {}
