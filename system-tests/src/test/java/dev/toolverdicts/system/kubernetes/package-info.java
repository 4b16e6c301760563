/// Whether the manifests of `kubernetes/` are what Kubernetes understands, what the services need,
/// and no more than that.
@NullMarked
package dev.toolverdicts.system.kubernetes;

import org.jspecify.annotations.NullMarked;
