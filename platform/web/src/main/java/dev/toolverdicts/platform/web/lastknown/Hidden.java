package dev.toolverdicts.platform.web.lastknown;

/// What nobody may be shown any more. A service that has such a thing offers one bean of it, and the
/// pages that are kept are looked after by themselves.
public interface Hidden {

    /// All of it in one line, the same as long as it is the same.
    String hidden();
}
