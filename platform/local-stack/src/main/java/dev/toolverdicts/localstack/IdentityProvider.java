package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The process that stands in for an OIDC provider: it serves the public key at the standard address, so that a real
/// provider replaces it by configuration alone.
final class IdentityProvider {

    private static final Jvm SMALL = new Jvm(16, false);
    private static final String KEY_SET = "/.well-known/jwks.json";

    private IdentityProvider() {}

    static Unit unit(DataFolder data, int port) {
        return new Unit(
                "identity",
                Unit.Layer.SUPPORT,
                port,
                Map.of(),
                data.log("identity"),
                () -> new ProcessBuilder(SMALL.command(data, "identity", IdentityProvider.class, "" + port)),
                Unit.saysSo(LoopbackSite.LISTENING + port, port, KEY_SET));
    }

    /// @param args the data folder and the port
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[1]);
        serve(Identity.of(new DataFolder(Path.of(args[0])), port), new LoopbackSite(port));
    }

    static void serve(Identity identity, LoopbackSite site) {
        site.get(KEY_SET, _ -> json(identity.keySet()));
        site.get(
                "/.well-known/openid-configuration",
                _ -> json("""
                {"issuer": "%s", "jwks_uri": "%s", "response_types_supported": ["none"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(identity.issuer(), identity.keySetAddress())));
        site.start();
    }

    private static LoopbackSite.Answer json(String text) {
        return new LoopbackSite.Answer(200, "application/json", text.getBytes(UTF_8));
    }
}
