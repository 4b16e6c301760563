package dev.toolverdicts.localstack.sbom;

/// A vulnerability of a component that is in an image.
record Finding(Component component, Vulnerability vulnerability) {}
