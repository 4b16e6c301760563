package dev.toolverdicts.catalog.live;

import java.io.IOException;
import java.time.Instant;

/// The connection to a reader. All but [#end()] may wait until the reader takes what was sent before.
interface ChangeLine {

    /// @param since up to when the reader knows all
    void hello(Instant since) throws IOException;

    void change(Change change) throws IOException;

    /// @param at all that was heard before has been sent
    void alive(Instant at) throws IOException;

    void end();
}
