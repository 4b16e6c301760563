package dev.toolverdicts.platform.messaging;

import java.util.UUID;

/// Where ids come from, so that tests can choose them.
@FunctionalInterface
public interface Ids {

    UUID next();
}
