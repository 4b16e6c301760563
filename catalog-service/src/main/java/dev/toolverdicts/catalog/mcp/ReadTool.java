package dev.toolverdicts.catalog.mcp;

/// Something to be read by a name, as the protocol lists and calls it.
interface ReadTool {

    String name();

    String title();

    String description();

    InputSchema input();

    /// What it finds, as the API says it.
    ///
    /// @throws dev.toolverdicts.platform.web.InvalidInput when the arguments cannot be accepted
    /// @throws NothingFound when there is no such thing
    Object call(Arguments arguments);
}
