package dev.toolverdicts.localstack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Replaces a secret that has a file of its own while the system runs. Of several in a file the first
/// is used and all are good, and the file is read again by whoever uses it. So the new one is put last,
/// until everybody knows it, and only then first.
final class Rotation {

    /// What signs tokens.
    static final String IDENTITY = "identity";

    /// All that can be replaced.
    static final List<String> NAMES =
            List.of("vote-signing", "newsletter-signing", "gateway-session", "gateway-client", IDENTITY);

    private static final String SIGNING_KEY = "signing-key.json";
    private static final int MOST = 8;

    private final DataFolder data;
    private final Runnable pause;
    private final Consumer<String> say;

    /// @param pause until every process has read a file again
    Rotation(DataFolder data, Runnable pause, Consumer<String> say) {
        this.data = data;
        this.pause = pause;
        this.say = say;
    }

    /// Where a secret is, among the folder's.
    static String file(String name) {
        return name.equals(IDENTITY) ? SIGNING_KEY : name;
    }

    /// @throws Refused when there is no such secret, or another is just being changed
    void rotate(String name) throws IOException {
        alone(() -> rotateAlone(name));
    }

    /// Whatever only older ones can open is refused from now on.
    ///
    /// @throws Refused when there is no such secret, or another is just being changed
    void retire(String name) throws IOException {
        alone(() -> retireAlone(name));
    }

    private interface Change {
        void make() throws IOException;
    }

    /// Another rotation would go on with what this one is about to change.
    private void alone(Change change) throws IOException {
        try (var file = FileChannel.open(
                        data.path("rotation-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw underWay();
            }
            change.make();
        } catch (OverlappingFileLockException e) {
            throw underWay();
        }
    }

    private Refused underWay() {
        return new Refused("another rotation in %s is under way".formatted(data.root()));
    }

    private void rotateAlone(String name) throws IOException {
        List<String> present = read(name);
        if (present.size() >= MOST) {
            throw new Refused("%s has %d secrets already: retire them first".formatted(name, MOST));
        }
        String fresh = fresh(name);
        List<String> known = new ArrayList<>(present);
        known.add(fresh);
        write(name, known);
        String written = content(name);
        say.accept("%s: another one is known".formatted(name));
        pause.run();
        if (!content(name).equals(written)) {
            throw new Refused("somebody else has changed %s: look what is in it, and begin again"
                    .formatted(data.path("secrets", file(name))));
        }
        List<String> used = new ArrayList<>(present);
        used.addFirst(fresh);
        write(name, used);
        say.accept(
                "%s: it is used now, and %d before it are good until they are retired".formatted(name, present.size()));
    }

    private void retireAlone(String name) throws IOException {
        List<String> present = read(name);
        write(name, present.subList(0, 1));
        say.accept("%s: %d retired".formatted(name, present.size() - 1));
    }

    private List<String> read(String name) throws IOException {
        if (name.equals(IDENTITY)) {
            return signingKeys(data).stream().map(RSAKey::toJSONString).toList();
        }
        if (!NAMES.contains(name) || !data.has("secrets/" + name)) {
            throw new Refused("there is no %s here that can be changed while the system runs, only %s"
                    .formatted(name, String.join(", ", NAMES)));
        }
        return content(name).lines().map(String::strip).toList();
    }

    private String content(String name) throws IOException {
        return data.read("secrets/" + file(name));
    }

    private void write(String name, List<String> secrets) throws IOException {
        if (name.equals(IDENTITY)) {
            data.keepSecret(
                    SIGNING_KEY,
                    secrets.size() == 1 ? secrets.getFirst() : "{\"keys\":[" + String.join(",", secrets) + "]}");
        } else {
            data.keepSecret(name, String.join("\n", secrets));
        }
    }

    private static String fresh(String name) {
        return name.equals(IDENTITY) ? signingKey().toJSONString() : DataFolder.random();
    }

    /// Those of the folder, made when there is none. The first signs.
    ///
    /// @throws Refused when they cannot be read
    static List<RSAKey> signingKeys(DataFolder data) throws IOException {
        if (!data.has("secrets/" + SIGNING_KEY)) {
            data.keepSecret(SIGNING_KEY, signingKey().toJSONString());
        }
        String text = data.read("secrets/" + SIGNING_KEY);
        try {
            return text.contains("\"keys\"")
                    ? JWKSet.parse(text).getKeys().stream()
                            .map(key -> key.toRSAKey())
                            .toList()
                    : List.of(RSAKey.parse(text));
        } catch (ParseException e) {
            throw new Refused("the signing key in %s cannot be read".formatted(data.path("secrets")), e);
        }
    }

    private static RSAKey signingKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
