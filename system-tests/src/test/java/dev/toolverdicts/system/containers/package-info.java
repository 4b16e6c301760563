/// The story in containers: what `docker-compose.yml` starts, with several copies of what scales, under load and with
/// one of the copies killed.
@NullMarked
package dev.toolverdicts.system.containers;

import org.jspecify.annotations.NullMarked;
