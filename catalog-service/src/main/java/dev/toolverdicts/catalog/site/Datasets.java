package dev.toolverdicts.catalog.site;

/// The datasets that are kept.
interface Datasets {

    DatasetIndex index();
}
