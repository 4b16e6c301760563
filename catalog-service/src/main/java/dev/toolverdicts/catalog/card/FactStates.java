package dev.toolverdicts.catalog.card;

/// What the facts of a tool rest on, as its event carries it.
record FactStates(FactState price, FactState license, FactState status) {}
