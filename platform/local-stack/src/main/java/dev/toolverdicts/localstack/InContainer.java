package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What of this module runs in containers, where nothing has to be launched: the tokens of who needs no
/// browser, the loading of the samples, and another signing key. Told by its environment where `DATA`
/// is, who the `ISSUER` is, and where the `SITE`.
public final class InContainer {

    private static final String USAGE =
            "usage: samples | token ROLE [--critic KEY] [--subject NAME] | rotate identity | retire identity";

    private final DataFolder data;
    private final Identity identity;
    private final Map<String, String> told;

    private InContainer(Map<String, String> told) throws IOException {
        this.told = told;
        this.data = new DataFolder(Path.of(told.getOrDefault("DATA", "/data")));
        this.identity = Identity.of(data, told("ISSUER"));
    }

    /// Prints one line and ends with 1 when it cannot do what was asked.
    public static void main(String[] args) throws Exception {
        try {
            new InContainer(System.getenv()).run(Options.parse(Path.of("/"), args));
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private void run(Options asked) throws IOException, InterruptedException {
        if (asked.words().equals(List.of("samples"))) {
            new SampleData(told("SITE"), identity.token("editor", null, "sample-data")).load(System.out::println);
        } else if (asked.words().equals(List.of("rotate", Rotation.IDENTITY))) {
            rotation().rotate(Rotation.IDENTITY);
        } else if (asked.words().equals(List.of("retire", Rotation.IDENTITY))) {
            rotation().retire(Rotation.IDENTITY);
        } else {
            System.out.println(token(asked));
        }
    }

    private Rotation rotation() {
        return new Rotation(data, Start::untilRead, System.out::println);
    }

    private String token(Options asked) {
        if (asked.words().size() != 2 || !asked.words().getFirst().equals("token")) {
            throw new Refused(USAGE);
        }
        return identity.token(asked.words().get(1), asked.critic(), asked.subject());
    }

    private String told(String name) {
        String value = told.get(name);
        if (value == null) {
            throw new Refused("the environment does not say " + name);
        }
        return value;
    }
}
