package dev.toolverdicts.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks a process on this machine how it is.
final class Http {

    private Http() {}

    /// A client as small as the question: it is asked ten times a second while five JVMs start.
    static boolean isOk(int port, String path) {
        return status(port, path) == 200;
    }

    /// The status of an answer, 0 when there is none.
    static int status(int port, String path) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2_000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return 0;
        }
    }
}
