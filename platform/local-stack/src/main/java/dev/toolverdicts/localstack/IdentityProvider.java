package dev.toolverdicts.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The process that people sign in at: the OpenID provider in `platform/identity-provider`, which
/// another one replaces by configuration alone.
final class IdentityProvider {

    static final String MODULE = "platform/identity-provider";
    static final String KEY_SET = "/.well-known/jwks.json";

    private static final String NAME = "identity";

    private final DataFolder data;
    private final int port;
    private final ServicePackage unpacked;

    IdentityProvider(Path home, DataFolder data, int port, boolean optimised) {
        this.data = data;
        this.port = port;
        this.unpacked = ServicePackage.of(home, MODULE, optimised);
    }

    /// @param told its environment
    Unit unit(Map<String, String> told) {
        Map<String, String> environment = new HashMap<>(told);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        return new Unit(
                NAME,
                Unit.Layer.SUPPORT,
                port,
                Map.of(),
                data.log(NAME),
                () -> {
                    var builder = new ProcessBuilder(unpacked.command(data, NAME));
                    builder.environment().putAll(environment);
                    return builder;
                },
                Unit.saysSo(Service.STARTED, port, KEY_SET));
    }
}
