package dev.toolverdicts.system;

import java.nio.file.Path;

/// Where the sources and their commands are.
public final class Checkout {

    public static final Path ROOT = Path.of(System.getProperty("repository.root", ".."))
            .toAbsolutePath()
            .normalize();

    private Checkout() {}
}
