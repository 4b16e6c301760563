/// What the images are made of, and what is known against it: reads the bills of materials in the
/// packaged jars and asks OSV. [DependencyCheck] is the command.
@NullMarked
package dev.toolverdicts.localstack.sbom;

import org.jspecify.annotations.NullMarked;
