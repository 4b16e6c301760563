@NullMarked
package dev.toolverdicts.localstack.sbom;

import org.jspecify.annotations.NullMarked;
